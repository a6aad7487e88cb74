using PolicyLang.Analysis.Ground;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class GroundTests
{
    private static readonly RawFact Usual = new("actor", ["Exporter"]);

    private static readonly Workspace Three = Law.Of(
        "attribute notice_given : flag\n"
        + Law.Framework("E", "EU", "transfer Out { Exporter must not transfer PersonalData from EEA to outside EEA, GB unless safeguards include any of SCC, BCR }")
        + Law.Framework("G", "GB", "transfer Out { must not transfer PersonalData from GB to US, JP unless (safeguards include SCC and notice_given) or explicit_consent }")
        + Law.Framework("J", "JP", "transfer Out { must not transfer PersonalData from JP to KP }"));

    [Fact]
    public void Each_pair_has_its_answer_and_the_clause_that_closes_it()
    {
        GroundReport report = Ask("transfer PersonalData", "EEA", "GB", "JP");

        Assert.Equal(["X", ".", "X", ".", "."], new[] { (0, 2), (0, 1), (1, 2), (2, 0), (2, 1) }.Select(p => Sign(report.Rows[p.Item1][p.Item2])));
        Assert.Null(report.Rows[0][0].Outcome);
        Assert.Equal(["E.Out 1", "G.Out 1"], report.Closing.Select(c => $"{c.Clause} {c.Pairs}"));
    }

    [Fact]
    public void Every_bundle_suffices_and_no_part_of_it_does()
    {
        GroundReport report = Ask("transfer PersonalData", "EEA", "GB", "JP");

        Assert.Equal(
            ["safeguards=BCR explicit_consent=true", "safeguards=SCC explicit_consent=true", "safeguards=SCC notice_given=true"],
            report.Bundles.Select(b => b.Tell()).Order(StringComparer.Ordinal));
        Assert.True(report.BundlesAreComplete);
    }

    [Fact]
    public void Single_decisions_say_so_too()
    {
        (string From, string To)[] pairs = [("DE", "GB"), ("DE", "JP"), ("FR", "JP"), ("GB", "DE"), ("GB", "JP"), ("JP", "GB"), ("JP", "DE")];
        bool OpensAll(IEnumerable<string> added) => pairs.All(p => Three.Decide(
            [.. added, "date=2024-01-01", "actor=Exporter", "action=transfer", "data=PersonalData", $"origin={p.From}", $"destination={p.To}"]).Outcome is Outcome.Permitted or Outcome.Unregulated);
        GroundReport report = Ask("transfer PersonalData", "EEA", "GB", "JP");

        Assert.False(OpensAll([]));
        Assert.All(report.Bundles, b =>
        {
            string[] facts = b.Tell().Split(' ');
            Assert.True(OpensAll(facts));
            Assert.All(facts, left => Assert.False(OpensAll(facts.Where(f => f != left))));
        });
    }

    [Fact]
    public void What_is_stated_is_no_part_of_a_bundle()
    {
        GroundReport report = Ask("transfer PersonalData when not explicit_consent", "EEA", "GB", "JP");

        Assert.Equal(["safeguards=SCC notice_given=true"], report.Bundles.Select(b => b.Tell()));
    }

    [Fact]
    public void A_pair_that_nothing_opens_is_told_and_the_others_are_opened()
    {
        GroundReport report = Ask("transfer PersonalData", "EEA", "JP", "KP");

        Assert.True(report.Rows[1][2] is { IsOpen: false, CanOpen: false });
        Assert.Equal(["safeguards=BCR", "safeguards=SCC"], report.Bundles.Select(b => b.Tell()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("transfer Nonsense", "Nonsense")]
    [InlineData("transfer PersonalData } framework X { authority EU", "pattern")]
    [InlineData("", "pattern")]
    public void A_pattern_that_is_none_is_told(string pattern, string word)
    {
        Assert.Null(Three.Ground(pattern, [new RawFact("date", ["2024-01-01"])], Usual, ["DE", "US"], out ImmutableArray<Problem> problems));
        Assert.Contains(problems, p => p.Message.Contains(word, StringComparison.Ordinal));
    }

    private static string Sign(GroundCell cell) => cell.IsOpen ? "." : "X";

    private static GroundReport Ask(string pattern, params string[] among)
    {
        GroundReport? report = Three.Ground(pattern, [new RawFact("date", ["2024-01-01"])], Usual, [.. among], out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(report);
        return report;
    }
}

using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class InteropTests
{
    private static readonly Workspace Two = Law.Of(
        Law.Framework("A", "JP", """
            transfer Ban { must not transfer Health from JP to US }
            transfer Open { may transfer Statistics from JP to US }
            sovereignty Tell { Controller must disclose Genetic to Authority in JP when court_order }
            """)
        + Law.Framework("B", "JP", """
            transfer Ban { must not transfer Health from JP to US, KR unless safeguards include SCC }
            transfer Also { must not transfer Statistics from JP to US }
            sovereignty Secret { must not disclose Genetic to Authority in anywhere }
            """));

    [Fact]
    public void The_parts_are_what_the_two_say_alone()
    {
        InteropReport report = Compare(Two, "A", "B");

        Assert.Equal(
            ["Incompatible  ", "StricterInSecond Permitted Prohibited", "Common Prohibited Prohibited", "SilentInFirst Unregulated Prohibited", "SilentInSecond Prohibited Unregulated"],
            report.Parts.Select(p => $"{p.Kind} {p.First} {p.Second}"));
        InteropPart common = report.Parts.First(p => p.Kind == InteropKind.Common);
        Assert.Equal(["anyone transfers Health from JP to US, without SCC, on or after 2020-01-01"], common.Blocks.Select(b => b.Written).Where(b => b.Contains("transfers Health", StringComparison.Ordinal)));
        Assert.Equal(["A.Ban", "B.Ban"], common.Clauses);
        Assert.Equal(["A.Tell", "B.Secret"], report.Parts[0].Clauses);
    }

    [Fact]
    public void A_share_counts_the_values_that_occur()
    {
        InteropPart stricter = Compare(Two, "A", "B", "action=transfer").Parts.First(p => p.Kind == InteropKind.StricterInSecond);

        Assert.Equal(["Statistics"], stricter.Shares.First(s => s.Attribute == "data").Names);
        InteropShare destination = stricter.Shares.First(s => s.Attribute == "destination");
        Assert.Equal((6, 7), (destination.Part, destination.Whole));
        Assert.DoesNotContain(stricter.Shares, s => s.Attribute == "origin");
    }

    [Fact]
    public void A_law_has_everything_in_common_with_itself() =>
        Assert.All(Compare(Two, "A", "A").Parts, p => Assert.Equal(InteropKind.Common, p.Kind));

    [Fact]
    public void The_parts_turn_round_with_the_laws() => Assert.Equal(
        Compare(Two, "A", "B").Parts.Select(p => (p.First, p.Second, p.Case)).OrderBy(p => p.Case.Tell(), StringComparer.Ordinal),
        Compare(Two, "B", "A").Parts.Select(p => (p.Second, p.First, p.Case)).OrderBy(p => p.Case.Tell(), StringComparer.Ordinal));

    [Fact]
    public void A_fact_that_is_wrong_is_told()
    {
        Assert.Null(Two.Interop(Framework("A"), Framework("B"), [new RawFact("data", ["Helth"])], 3, out ImmutableArray<Problem> problems));
        Assert.Contains("did you mean 'Health'", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static Symbol Framework(string name) => Two.Model.Frameworks.First(f => f.Name == name);

    private static InteropReport Compare(Workspace workspace, string first, string second, params string[] facts)
    {
        InteropReport? report = workspace.Interop(
            Framework(first), Framework(second), facts.Select(f => new RawFact(f.Split('=')[0], [f.Split('=')[1]])), 100, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(report);
        return report;
    }
}

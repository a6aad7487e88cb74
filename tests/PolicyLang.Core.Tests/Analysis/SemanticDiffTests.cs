using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class SemanticDiffTests
{
    private const string Bar = "transfer Bar { Exporter must not transfer Health from DE to US }\n";
    private const string Free = "transfer Free { Exporter may transfer Financial from DE to US }\n";

    [Theory]
    [InlineData("transfer Free { Exporter may transfer Financial from DE to US } transfer Renamed \"Title\" { Exporter must not transfer Health from DE to US }")]
    [InlineData("transfer Bar { Exporter must not transfer Health from DE to US when us_warrant } transfer Rest { Exporter must not transfer Health from DE to US unless us_warrant }" + Free)]
    [InlineData("// a remark\n" + Bar + Free)]
    public void Rewording_moving_and_splitting_change_nothing(string now) => Assert.Equal(ChangeLevel.None, Diff(Bar + Free, now).Level);

    [Theory]
    [InlineData(Free, Bar + Free, nameof(SemanticChangeKind.Prohibited), nameof(ChangeLevel.Major), "F.Bar")]
    [InlineData(Bar + Free, Free, nameof(SemanticChangeKind.Unregulated), nameof(ChangeLevel.Minor), "F.Bar")]
    [InlineData(Bar, Bar + Free, nameof(SemanticChangeKind.Permitted), nameof(ChangeLevel.Minor), "F.Free")]
    [InlineData(Bar, Bar + "transfer Need { Exporter must transfer Health from DE to US prevails over Bar }", nameof(SemanticChangeKind.Permitted), nameof(ChangeLevel.Major), "F.Bar", "F.Need")]
    public void A_change_is_told_with_its_clauses(string then, string now, string kind, string level, params string[] clauses)
    {
        SemanticDifference difference = Diff(then, now);

        Assert.Equal(level, difference.Level.ToString());
        Assert.Contains(difference.Changes, c => c.Kind.ToString() == kind && c.Clauses.SequenceEqual(clauses));
    }

    [Fact]
    public void A_duty_that_comes_or_goes_is_told()
    {
        const string Duty = "norm Tell { Exporter must delete Health in DE }";

        Assert.Contains(Diff(Bar, Bar + Duty).Changes, c => c is { Kind: SemanticChangeKind.Due } && c.Text.EndsWith("F.Tell is now due.", StringComparison.Ordinal));
        SemanticDifference back = Diff(Bar + Duty, Bar);
        Assert.Contains(back.Changes, c => c.Kind == SemanticChangeKind.Waived);
        Assert.Equal(ChangeLevel.Minor, back.Level);
    }

    [Fact]
    public void The_case_of_a_change_is_decided_as_it_says()
    {
        Workspace then = Law.Of(Law.Framework("F", "EU", Bar));
        Workspace now = Law.Of(Law.Framework("F", "EU", Bar.Replace("US", "US, JP when us_warrant", StringComparison.Ordinal)));
        SemanticChange[] changes = [.. now.DifferenceFrom(then).Changes];

        Assert.Equal([SemanticChangeKind.Prohibited, SemanticChangeKind.Unregulated], changes.Select(c => c.Kind));
        Assert.Equal((Outcome.Unregulated, Outcome.Prohibited), (Decide(then, changes[0]), Decide(now, changes[0])));
        Assert.Equal((Outcome.Prohibited, Outcome.Unregulated), (Decide(then, changes[1]), Decide(now, changes[1])));
        Assert.Contains("was not regulated, is now prohibited by F.Bar.", changes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_split_and_an_attribute_that_is_new_are_compared()
    {
        const string Then = "jurisdiction Atlantis\n";
        const string Now = "jurisdiction Atlantis { Atlantis_Port }\nattribute urgent: flag\n";
        string law = Law.Framework("F", "Atlantis", "transfer A { Exporter must not transfer Health from Atlantis to US }");
        string narrower = Law.Framework("F", "Atlantis", "transfer A { Exporter must not transfer Health from Atlantis except Atlantis_Port to US unless urgent }");

        Assert.Equal(ChangeLevel.None, Law.Of(Now + law).DifferenceFrom(Law.Of(Then + law)).Level);
        SemanticDifference difference = Law.Of(Now + narrower).DifferenceFrom(Law.Of(Then + law));
        Assert.Equal(ChangeLevel.Minor, difference.Level);
        Assert.All(difference.Changes, c => Assert.Equal(SemanticChangeKind.Unregulated, c.Kind));
    }

    private static Outcome Decide(Workspace workspace, SemanticChange change)
    {
        Decision? decision = workspace.Decide(change.Case.Facts.Select(RawFact.FromFact), out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(decision);
        return decision.Outcome;
    }

    private static SemanticDifference Diff(string then, string now) =>
        Law.Of(Law.Framework("F", "EU", now)).DifferenceFrom(Law.Of(Law.Framework("F", "EU", then)));
}

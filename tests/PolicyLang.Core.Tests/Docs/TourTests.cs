using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>The tour, step by step. Its sessions are replayed by the tests of the command line; here is what it says about them.</summary>
public sealed class TourTests
{
    private const string Page = "docs/language/tour.md";

    private static readonly string[] Hospital =
        ["actor=Controller,ServiceProvider", "action=disclose", "data=Health", "origin=Atlantis", "recipient=Authority"];

    [Fact]
    public void Each_step_finds_what_it_says()
    {
        foreach ((PolicyBlock block, Workspace workspace) in PolicyBlocks.Workspaces(Page))
        {
            Assert.True(block.Finds.SequenceEqual(workspace.Found().Select(f => f.Split(' ')[0])), $"{block}: {string.Join("; ", workspace.Found())}");
        }
    }

    [Theory]
    [InlineData("2. ", nameof(Outcome.Prohibited), "date=2024-06-01", "destination=Lemuria")]
    [InlineData("3. ", nameof(Outcome.Unregulated), "date=2024-06-01", "destination=Lemuria", "emergency")]
    [InlineData("4. ", nameof(Outcome.Permitted), "date=2024-06-01", "destination=Lemuria", "explicit_consent")]
    [InlineData("5. ", nameof(Outcome.Prohibited), "date=2025-06-30", "destination=Mu")]
    [InlineData("5. ", nameof(Outcome.Unregulated), "date=2025-07-01", "destination=Mu")]
    [InlineData("6. ", nameof(Outcome.Conflicting), "date=2025-01-01", "destination=Lemuria", "court_order")]
    [InlineData("6. ", nameof(Outcome.Prohibited), "date=2024-12-31", "destination=Lemuria", "court_order")]
    public void A_case_is_decided_as_the_step_says(string step, string outcome, params string[] facts) =>
        Assert.Equal(outcome, Step(step).Decide([.. Hospital, .. facts]).Outcome.ToString());

    [Fact]
    public void The_conflict_is_settled_when_Atlantis_yields()
    {
        Workspace workspace = WithClause("6. ", "atlantis.policy", "subject to S6", "subject to S6, EvidenceAct.S12");
        Assert.Empty(workspace.Found());
        Assert.Equal(ConflictStatus.Resolved, workspace.Conflict("EvidenceAct.S12", "HealthAct.S5").Status);
    }

    [Fact]
    public void Lemuria_cannot_place_itself_above_Atlantis()
    {
        Workspace workspace = WithClause("6. ", "lemuria.policy", "when court_order", "when court_order prevails over HealthAct.S5");
        Assert.Contains(workspace.Found(), f => f.StartsWith("PL2010", StringComparison.Ordinal));
    }

    [Fact]
    public void The_scenarios_pass_and_the_check_is_refuted_then_proved()
    {
        Assert.All(Step("8. ").RunScenarios(), r => Assert.True(r.Passed));
        string[] witnesses = [.. PolicyBlocks.Workspaces(Page).Where(s => s.Block.File == "checks.policy").Select(s => Assert.Single(s.Workspace.ProveChecks()).Witness?.Tell() ?? "proved")];
        Assert.Equal(2, witnesses.Length);
        Assert.Contains("explicit_consent=true", witnesses[0]);
        Assert.Equal("proved", witnesses[1]);
    }

    private static Workspace Step(string heading) =>
        PolicyBlocks.Workspaces(Page).Last(s => s.Block.Heading.StartsWith(heading, StringComparison.Ordinal)).Workspace;

    private static Workspace WithClause(string step, string file, string old, string changed)
    {
        string text = Step(step).Trees.Single(t => t.File == file).Text.Content;
        Assert.Contains(old, text);
        return Step(step).With(file, text.Replace(old, changed));
    }
}

using PolicyLang.Conflicts;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Project;

/// <summary>The real instruments under <c>examples</c>: what they find is what the README promises.</summary>
public sealed class ExamplesTests
{
    private static Workspace Load(string folder) =>
        Workspace.Empty.With(Repository.Files(folder, "*.policy").Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))));

    [Fact]
    public void All_examples_together_find_the_real_conflicts_and_nothing_else()
    {
        Workspace workspace = Load("tests/cases/first-examples");
        Assert.Equal(
            [
                "AvoidableDilemma/Avoidable CloudAct.S2713+FZ152.Art12_3",
                "AvoidableDilemma/Avoidable CloudAct.S2713+FZ152.Art12_Wait",
                "Dilemma/Unresolved CloudAct.S2713+DSL.Art36",
                "Dilemma/Unresolved CloudAct.S2713+GDPR.Art48",
                "Dilemma/Unresolved CloudAct.S2713+GdprChapterV.Art48",
                "Dilemma/Unresolved CloudAct.S2713+PIPL.Art41",
                "TreatyBreach/Excusable CPTPP.Art14_13_2+Decree53.Art26_2",
                "TreatyBreach/Excusable CPTPP.Art14_13_2+Decree53.Art26_3",
            ],
            workspace.Conflicts.Where(c => c.Status != ConflictStatus.Resolved).Select(c => $"{c.Kind}/{c.Status} {string.Join("+", c.Clauses)}").Order(StringComparer.Ordinal));
        Assert.All(workspace.Diagnostics.Where(d => d.Severity > PolicyLang.Diagnostics.DiagnosticSeverity.Hint), d => Assert.StartsWith("PL4", d.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GDPR.Art48", "2018-05-25")]
    [InlineData("DSL.Art36", "2021-09-01")]
    [InlineData("PIPL.Art41", "2021-11-01")]
    public void A_dilemma_begins_on_the_first_day_on_which_both_clauses_are_in_force(string clause, string first)
    {
        Workspace workspace = Load("tests/cases/first-examples/foreign-access");
        Conflict conflict = workspace.Conflict("CloudAct.S2713", clause);
        Assert.StartsWith($"date={first} ", conflict.Witness.Tell(), StringComparison.Ordinal);
        Assert.True(PolicyLang.Text.CalendarDay.TryParse(first, out PolicyLang.Text.CalendarDay day));
        Assert.Contains(conflict, workspace.ConflictsOn(day, out _) ?? []);
        Assert.DoesNotContain(conflict, workspace.ConflictsOn(new PolicyLang.Text.CalendarDay(day.Number - 1), out _) ?? [conflict]);
    }

    [Theory]
    [InlineData("tests/cases/first-examples/foreign-access")]
    [InlineData("tests/cases/first-examples/eu-transfers")]
    [InlineData("tests/cases/first-examples/localisation")]
    [InlineData("tests/cases/first-examples")]
    public void Every_scenario_has_the_outcome_that_it_expects(string folder)
    {
        Workspace workspace = Load(folder);
        Assert.NotEmpty(workspace.RunScenarios());
        Assert.Empty(workspace.RunScenarios().SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
        Assert.All(workspace.ProveChecks(), c => Assert.Null(c.Failure));
    }

    [Fact]
    public void One_changed_fact_flips_the_answer()
    {
        Workspace workspace = Load("tests/cases/first-examples/foreign-access");
        string[] facts = ["actor=Exporter,ServiceProvider", "action=disclose", "data=CommunicationsData", "origin=DE", "destination=US", "recipient=Authority", "us_warrant"];
        Assert.Equal(PolicyLang.Decisions.Outcome.Conflicting, workspace.Decide(facts).Outcome);
        Assert.Equal(PolicyLang.Decisions.Outcome.Permitted, workspace.Decide([.. facts, "mlat_request"]).Outcome);
        Assert.Equal(PolicyLang.Decisions.Outcome.Permitted, workspace.Decide([.. facts, "explicit_consent"]).Outcome);
        Assert.Equal(PolicyLang.Decisions.Outcome.Permitted, workspace.Decide([.. facts, "date=2018-05-24"]).Outcome);
    }
}

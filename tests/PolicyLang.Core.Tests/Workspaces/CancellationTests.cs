using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Testing.Corpora;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Whoever asks can give up, while he waits for others and while he is served; what was given up leaves nothing behind.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly string Text =
        Law.Framework("A", "EU", "transfer X { Exporter must not transfer Health from DE to US unless safeguards include SCC }")
        + Law.Framework("B", "US", "transfer Y { Exporter must transfer Health from DE to US }")
        + "scenario \"s\" { date 2024-01-01 actor Exporter action transfer data Health origin DE destination US expect conflict }\n"
        + "check \"c\" { transfer of Health by Exporter from DE to US is never permitted }\n";

    private static readonly RawFact[] Facts =
    [
        new("date", ["2024-01-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"]), new("origin", ["DE"]), new("destination", ["US"]),
    ];

    private static readonly Dictionary<string, Action<Workspace, CancellationToken>> Questions = new()
    {
        ["decide"] = (w, token) => w.Decide(Facts, out _, token),
        ["explain"] = (w, token) => w.Explain(Facts, out _, token),
        ["questions"] = (w, token) => w.Questions(Facts, out _, token),
        ["matrix"] = (w, token) => w.Matrix(Facts, [], [], out _, token),
        ["difference"] = (w, token) => w.DifferenceFrom(Fresh(), token),
        ["difference of another"] = (w, token) => Fresh().DifferenceFrom(w, token),
        ["conflicts"] = (w, token) => w.GetConflicts(token),
        ["open conflicts"] = (w, token) => w.GetOpenConflicts(token),
        ["conflicts of a day"] = (w, token) => w.ConflictsOn(new CalendarDay(20_000), out _, token),
        ["conflicts of a case"] = (w, token) => w.ConflictsFor(Facts, out _, token),
        ["diagnostics"] = (w, token) => w.GetDiagnostics(token),
        ["diagnostics by file"] = (w, token) => w.GetDiagnosticsByFile(token),
        ["scenarios"] = (w, token) => w.RunScenarios(token),
        ["coverage"] = (w, token) => w.Coverage(token),
        ["checks"] = (w, token) => w.ProveChecks(token),
        ["repairs"] = (w, token) => _ = new RepairFinder(w, new OwnLaw(w.GetModel(token), []), cancellation: token),
        ["rules"] = (w, token) => w.WithRules(rules => rules.Rules.Length, token),
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    public static TheoryData<string> OfCases => ["decide", "explain", "questions", "matrix", "conflicts of a case"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_question_that_waits_behind_long_work_is_given_up_at_once(string question)
    {
        Workspace workspace = Fresh();
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var work = Task.Run(
            () => workspace.Occupy(() =>
            {
                entered.Set();
                leave.Wait(TestContext.Current.CancellationToken);
            }),
            TestContext.Current.CancellationToken);
        Assert.True(entered.Wait(Deadline, TestContext.Current.CancellationToken));
        using var given = new CancellationTokenSource();
        var asked = Task.Run(() => Questions[question](workspace, given.Token), TestContext.Current.CancellationToken);
        await Task.WhenAny(asked, Task.Delay(20, TestContext.Current.CancellationToken));
        Assert.False(asked.IsCompleted);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        leave.Set();
        await work.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Questions[question](workspace, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(OfCases))]
    public void A_question_under_work_ends_when_it_is_given_up_and_is_answered_when_it_is_asked_again(string question)
    {
        Workspace workspace = Fresh();
        using var given = new CancellationTokenSource();
        Action ask = question switch
        {
            "decide" => () => workspace.Decide(UntilGivenUp(given), out _, given.Token),
            "explain" => () => workspace.Explain(UntilGivenUp(given), out _, given.Token),
            "questions" => () => workspace.Questions(UntilGivenUp(given), out _, given.Token),
            "matrix" => () => workspace.Matrix(UntilGivenUp(given), [], [], out _, given.Token),
            _ => () => workspace.ConflictsFor(UntilGivenUp(given), out _, given.Token),
        };
        Assert.ThrowsAny<OperationCanceledException>(ask);
        Assert.Equal(Outcome.Conflicting, workspace.Decide(Facts, out _, TestContext.Current.CancellationToken)?.Outcome);
        Questions[question](workspace, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Operations_on_regions_stop_while_they_are_watched_and_go_on_afterwards()
    {
        Workspace workspace = Fresh();
        workspace.WithRules(
            rules =>
            {
                RegionSpace regions = rules.Space.Regions;
                using NodeBudget budget = regions.Open();
                using var given = new CancellationTokenSource();
                using (regions.Watch(given.Token))
                {
                    given.Cancel();
                    using (regions.Watch(CancellationToken.None))
                    {
                        Build(regions, 0);
                    }

                    Assert.Throws<OperationCanceledException>(() => Build(regions, 100));
                }

                Assert.Same(Build(regions, 100), Build(regions, 100));
                return 0;
            },
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Work_that_is_given_up_anywhere_leaves_the_answers_as_they_are()
    {
        KeyValuePair<string, string>[] law = [.. LawCorpus.Files(600, seed: 3)];
        string[] expected = Tell(Workspace.Empty.With(law));
        Workspace workspace = Workspace.Empty.With(law);
        for (int milliseconds = 1; milliseconds < 1_000; milliseconds += 1 + (milliseconds / 3))
        {
            using var given = new CancellationTokenSource(milliseconds);
            try
            {
                workspace.GetDiagnostics(given.Token);
            }
            catch (OperationCanceledException)
            {
                // As was asked for.
            }
        }

        Assert.Equal(expected, Tell(workspace));
    }

    private static string[] Tell(Workspace workspace) => [.. workspace.Diagnostics.Select(d => $"{d.Code} {d.Location.File} {d.Location.Span} {d.Message}")];

    private static Workspace Fresh() => Workspace.Empty.With("law.policy", Text);

    // The last fact is read when all else is ready: from then on the asker does not want to know.
    private static IEnumerable<RawFact> UntilGivenUp(CancellationTokenSource given)
    {
        foreach (RawFact fact in Facts)
        {
            yield return fact;
        }

        given.Cancel();
    }

    // Each step makes regions that were not there before.
    private static Region Build(RegionSpace regions, int from)
    {
        int variable = regions.Variables.First(v => v.Maximum > 100_000).Index;
        Region all = regions.Empty;
        for (int i = from; i < from + 90; i++)
        {
            all = regions.Or(all, regions.Between(variable, 10 * i, (10 * i) + 3));
            for (int other = 0; other < 20; other++)
            {
                all = regions.Or(all, regions.And(regions.Between(variable, (10 * i) + 5, (10 * i) + 6), regions.Not(regions.Between(other, 0, 0))));
            }
        }

        return all;
    }
}

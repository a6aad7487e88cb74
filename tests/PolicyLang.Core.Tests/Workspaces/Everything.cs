using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Everything that can be asked of a workspace, as text.</summary>
internal static class Everything
{
    private static readonly RawFact[] Transfer =
        [new("date", ["2024-06-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"]), new("origin", ["DE"]), new("destination", ["US"])];

    /// <summary>Each question with its answer.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflicts">How many conflicts to ask about one by one.</param>
    public static IEnumerable<(string Question, string Answer)> Tell(Workspace workspace, int conflicts = 10)
    {
        yield return ("diagnostics", string.Join("\n", workspace.Diagnostics.Select(Tell)));
        yield return ("conflicts", string.Join("\n", workspace.Conflicts.Select(Tell)));
        yield return ("open conflicts", string.Join("\n", workspace.OpenConflicts.Select(Tell)));
        yield return ("undecided conflicts", string.Join("\n", workspace.UndecidedConflicts(TestContext.Current.CancellationToken).Select(Tell)));
        yield return ("scenarios", string.Join("\n", workspace.RunScenarios(TestContext.Current.CancellationToken).Select(
            s => $"{s.Scenario.Title} {s.IsDecided} {s.Outcome} {string.Join("; ", s.Cases.Select(Tell))} {string.Join("; ", s.Told.Select(t => t.Tell()))} {string.Join("; ", s.Failures.Select(f => f.Message))}")));
        yield return ("checks", string.Join("\n", workspace.ProveChecks(TestContext.Current.CancellationToken).Select(c => $"{c.Check.Title} {c.IsDecided} {c.Witness?.Tell()} {c.Failure}")));
        yield return ("coverage", string.Join("\n", workspace.Coverage(TestContext.Current.CancellationToken).Select(p => p.Undecided is { } undecided ? Tell(undecided) : $"{p.Clause.QualifiedName} {p.Stands} {p.Covered} {p.Example.Tell()}")));
        yield return ("conflicts of a day", Tell(workspace.ConflictsOn(new CalendarDay(738_000), out ImmutableArray<Problem> problems, TestContext.Current.CancellationToken), problems, Tell));
        yield return ("questions", Tell<CaseQuestion>(
            workspace.Questions([new("action", ["transfer"]), new("date", ["2024-06-01"])], out problems, TestContext.Current.CancellationToken), problems,
            q => $"{q.Attribute.Name} {q.Matters} {string.Join(",", q.Choices.Select(c => c.Name))}"));
        yield return ("matrix", workspace.Matrix([new("date", ["2024-06-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"])], [], [], out problems, TestContext.Current.CancellationToken) is { } matrix
            ? $"{string.Join("|", matrix.Origins.Select(o => o.Title))}\n{string.Join("|", matrix.Destinations.Select(o => o.Title))}\n"
                + string.Join("\n", matrix.Rows.Select(row => string.Join("|", row.Select(c => $"{c.Answer} {string.Join(",", c.Clauses)} {string.Join("; ", c.Ways.Select(w => w.Tell()))}"))))
            : Tell(problems));
        string file = workspace.Trees[0].File;
        SemanticDifference difference = workspace.DifferenceFrom(workspace.Without(file), TestContext.Current.CancellationToken);
        yield return ("difference", difference.Undecided is { } why ? Tell(why) : $"{difference.Level} {string.Join("\n", difference.Changes.Select(c => $"{c.Kind} {c.Text}"))}");
        foreach (RawFact[] facts in workspace.Conflicts.Take(conflicts).Select(c => c.Witness.Facts.Select(RawFact.FromFact).ToArray()).Prepend(Transfer))
        {
            string told = string.Join(" ", facts.Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"));
            yield return ($"decide {told}", workspace.Decide(facts, out problems, TestContext.Current.CancellationToken) is { } decision ? Tell(decision) : Tell(problems));
            yield return ($"explain {told}", Tell(workspace.Explain(facts, out problems, TestContext.Current.CancellationToken), problems, e => $"{e.Clause.QualifiedName} {e.Role} {e.DefeatedBy} {e.Principle} {string.Join("; ", e.Parts)}"));
            yield return ($"conflicts of {told}", Tell(workspace.ConflictsFor(facts, out problems, TestContext.Current.CancellationToken), problems, Tell));
        }

        yield return ("examples", string.Join("\n", workspace.Model.Clauses.Take(100).Select(c => $"{c.QualifiedName} {workspace.ExampleAtHand(c)?.Tell()}")));
    }

    /// <summary>Asks everything of a workspace with some settings of the engine: the answers are those without them.</summary>
    public static void AssertAlike(Workspace workspace, IEnumerable<(string Name, EngineSettings Engine)> engines, string what)
    {
        (string Question, string Answer)[] expected = [.. Tell(workspace)];
        foreach ((string name, EngineSettings engine) in engines)
        {
            foreach (((string question, string answer), (string _, string other)) in expected.Zip(Tell(workspace.With(engine)), (a, b) => (a, b)))
            {
                Assert.True(answer == other, $"{what}, {name}, {question}:\n{Difference(answer, other)}");
            }
        }
    }

    private static string Difference(string expected, string actual)
    {
        int at = expected.Zip(actual).TakeWhile(c => c.First == c.Second).Count();
        int from = Math.Max(0, at - 100);
        return $"expected …{expected.Substring(from, Math.Min(300, expected.Length - from))}\nactual   …{actual.Substring(from, Math.Min(300, actual.Length - from))}";
    }

    /// <summary>Code, place and words.</summary>
    public static string Tell(Diagnostic d) => $"{d.Code} {d.Severity} {d.Location.File} {d.Location.Span} {d.Message} {d.Help} {string.Join("; ", d.Related.Select(r => $"{r.Location.Span} {r.Message}"))}";

    private static string Tell(Conflict c) =>
        $"{c.Fingerprint} {c.Kind} {c.Status} {c.Severity} {c.Resolution} [{c.Witness.Tell()}] {string.Join("; ", c.AvoidBy.Select(w => w.Tell()))} / {c.AvoidByIsComplete} {c.Message} {c.Help}";

    private static string Tell(Decision d) =>
        $"{d.Outcome} {string.Join("; ", d.Orders.Select(o => $"{o.Authority} {o.Outcome} {string.Join(",", o.Applied)}"))} / {string.Join(",", d.Applied)} / {string.Join(",", d.Defeated)} / {string.Join(",", d.Duties)} / "
        + $"{d.WaysAreComplete} {string.Join("; ", d.WaysToComply.Select(w => w.Tell()))}";

    private static string Tell(Problem problem) => $"{problem.Limit?.Code}: {problem.Message}";

    private static string Tell(ImmutableArray<Problem> problems) => string.Join("\n", problems.Select(Tell));

    private static string Tell<T>(ImmutableArray<T>? answer, ImmutableArray<Problem> problems, Func<T, string> tell) => answer is { } found && problems.IsEmpty ? string.Join("\n", found.Select(tell)) : Tell(problems);
}

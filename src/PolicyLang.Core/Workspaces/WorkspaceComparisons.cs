using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What negotiators ask of a workspace as a whole: tables of parties and places, and what two laws have in common.</summary>
public static class WorkspaceComparisons
{
    /// <summary>How the law of the parties to a treaty stands to its articles.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="treaty">The treaty.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    /// <param name="problems">Why there is no answer (PL9xxx); the table is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ComplianceMatrix? Compliance(this Workspace workspace, FrameworkSymbol treaty, CalendarDay? on,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<Conflict> conflicts = workspace.GetOpenConflicts(cancellation);
        return Answer(workspace, "How the law of the parties stands to the treaty",
            rules => new ComplianceBuilder(rules, conflicts).Build(treaty, on), out problems, cancellation);
    }

    private static T? Answer<T>(Workspace workspace, string what, Func<RuleBook, T> work, out ImmutableArray<Problem> problems,
        CancellationToken cancellation)
        where T : class
    {
        T? answer = workspace.Ask(what, work, out Problem? undecided, cancellation).TryGet(out T? found) ? found : null;
        problems = undecided is null ? [] : [undecided];
        return answer;
    }
}

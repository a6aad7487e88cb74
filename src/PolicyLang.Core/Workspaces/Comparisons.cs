using PolicyLang.Analysis;
using PolicyLang.Analysis.Differences;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What is asked of a workspace and another version of it, or of its law on one day and another.</summary>
internal static class Comparisons
{
    /// <summary>How the meaning differs from that of an earlier version.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SemanticDifference DifferenceFrom(
        this Workspace workspace, Workspace earlier, CancellationToken cancellation = default) => WithRules(
        earlier,
        workspace,
        (before, after) => TwoVersions.TryAnswer(before, after, () => new SemanticDiff(new TwoVersions(before, after, null, 0)).Compare())
            .OrElse(() =>
                new SemanticDifference(ChangeLevel.Major, [])
                { Undecided = LimitFindings.Problem("How the meaning differs", after.Space.Regions, after.Rules) }),
        cancellation);

    /// <summary>How this version differs from an earlier one in its clauses, its conflicts and its effect, in words.</summary>
    /// <param name="workspace">This version.</param>
    /// <param name="earlier">The earlier version.</param>
    /// <param name="on">A day, if only its cases and conflicts are wanted.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static VersionComparison CompareWith(
        this Workspace workspace, Workspace earlier, CalendarDay? on = null, CancellationToken cancellation = default) => WithRules(
        earlier,
        workspace,
        (before, after) => new VersionDiff(before, after, on is { } day ? new DayRange(day, day) : null)
            .Compare(earlier.Facts.OpenConflicts(cancellation), workspace.Facts.OpenConflicts(cancellation)),
        cancellation);

    /// <summary>The days on which some answer changes, with why and what.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Timeline Timeline(this Workspace workspace, TimelineQuery query, CancellationToken cancellation = default)
    {
        using TimelineSearch search = workspace.BeginTimeline(query, cancellation);
        return search.Find(query);
    }

    /// <summary>Begins what a timeline needs and other questions do not, on processors that are free.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="query">What is wanted, as far as it is known.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TimelineSearch BeginTimeline(this Workspace workspace, TimelineQuery query, CancellationToken cancellation = default) =>
        new(workspace, query, cancellation);

    /// <summary>Runs what works in the spaces of two snapshots; it opens budgets itself.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for the spaces, or while working in them.</exception>
    internal static T WithRules<T>(
        Workspace earlier, Workspace later, Func<RuleBook, RuleBook, T> work, CancellationToken cancellation = default) =>
        Compilation.WithRules(earlier.Facts, later.Facts, work, cancellation);
}

using PolicyLang.Conflicts;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>How a run compares with an earlier one.</summary>
/// <param name="Known">How many findings the earlier one had, too; they are left out.</param>
/// <param name="Fixed">What only the earlier one had.</param>
internal sealed record BaselineComparison(int Known, ImmutableArray<string> Fixed);

/// <summary>What a run found.</summary>
/// <param name="Files">How many files it read.</param>
/// <param name="Clauses">How many clauses they hold.</param>
/// <param name="Findings">In the order of output.</param>
/// <param name="Conflicts">In the order of output.</param>
internal sealed record Report(int Files, int Clauses, ImmutableArray<Finding> Findings, ImmutableArray<Conflict> Conflicts)
{
    /// <summary>The day as of which it was judged; null where none was said.</summary>
    public CalendarDay? AsOf { get; init; }

    /// <summary>The law of the library that is used; null where none is.</summary>
    public UsedLaw? Law { get; init; }

    /// <summary>Whether acknowledged, resolved and ended conflicts are wanted, too.</summary>
    public bool All { get; init; }

    /// <summary>Says in words where some of the conflicts arise, telling so many kinds of cases.</summary>
    public Func<ImmutableArray<Conflict>, int, ImmutableArray<CasesLine>> Where { get; init; } = (_, _) => [];

    /// <summary>How it compares with an earlier run; null where nobody asked.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>How many conflicts are left out because they have ended by that day.</summary>
    public int Ended { get; init; }

    /// <summary>Whether there may be more than it tells, because part of the files was not understood.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The kinds of conflicts that the project does not want to hear of.</summary>
    public ImmutableArray<DiagnosticDescriptor> SwitchedOff { get; init; } = [];

    /// <summary>How many files and folders are left out because they cannot be read.</summary>
    public int Unread { get; init; }

    /// <summary>The conflicts in groups.</summary>
    public ImmutableArray<ConflictGroup> Groups { get; } = ConflictGrouping.Group(Conflicts);

    /// <summary>Whether some conflict has a last day, so that it matters as of which day it is judged.</summary>
    public bool HasLastDays => Conflicts.Any(c => c.Days.All(d => d.Until < CalendarDay.Last));

    /// <summary>What there is to find in a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflicts">Those of its conflicts that are wanted; of them the open ones are told.</param>
    /// <param name="findings">What it finds, sorted.</param>
    public static Report Of(Workspace workspace, ImmutableArray<Conflict> conflicts, ImmutableArray<Diagnostic> findings) =>
        new(workspace.Trees.Length, workspace.ClauseCount, [.. findings.Select(Finding.FromDiagnostic)],
            [.. conflicts.Where(c => c.IsOpen)])
        {
            AsOf = workspace.Settings.AsOf,
            Law = workspace.Law is { Trees.IsEmpty: false } used ? used : null,
            Where = (some, most) => workspace.Where(some, most),
            Ended = conflicts.Count(c => c.Status == ConflictStatus.Ended),
        };

    /// <summary>What there is to find in a workspace, on a day or on any.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="findings">What it finds, sorted.</param>
    /// <param name="on">The day on which conflicts have to hold; null for all.</param>
    /// <param name="undecided">Why it cannot be told: the conflicts of the day are beyond the budget.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where it cannot be told.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Report? Find(Workspace workspace, ImmutableArray<Diagnostic> findings, CalendarDay? on,
        out ImmutableArray<Problem> undecided, CancellationToken cancellation = default)
    {
        ImmutableArray<Conflict> open = workspace.GetOpenConflicts(cancellation);
        undecided = [];
        if (on is not { } day)
        {
            return Of(workspace, open, findings);
        }

        if (workspace.ConflictsOn(day, out undecided, cancellation) is not { } ofDay)
        {
            return null;
        }

        HashSet<string> there = [.. ofDay.Select(c => c.Fingerprint)];
        return Of(
            workspace,
            [.. open.Where(c => there.Contains(c.Fingerprint))],
            [.. findings.Where(f => f.Subject is not Conflict conflict || there.Contains(conflict.Fingerprint))]);
    }

    /// <summary>The kinds of conflicts that a project does not want to hear of.</summary>
    public static ImmutableArray<DiagnosticDescriptor> KindsSwitchedOff(Workspace workspace) =>
    [
        .. ConflictDiagnostics.All.Where(
            d => workspace.Settings.Severities.TryGetValue(d.Code, out DiagnosticSeverity? weight) && weight is null),
    ];

    public int Count(DiagnosticSeverity severity) => Findings.Count(finding => finding.Diagnostic.Severity == severity);
}

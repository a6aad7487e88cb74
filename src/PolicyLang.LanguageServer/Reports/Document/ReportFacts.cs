using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Reports.Document;

/// <summary>What transfers come to from a day on, until the next one.</summary>
internal sealed record DatedMatrix(CalendarDay From, TransferMatrix Matrix);

/// <summary>All that a report tells, as the analyses answer it.</summary>
/// <param name="Workspace">The files.</param>
/// <param name="Check">What <c>check</c> finds.</param>
internal sealed record ReportFacts(Workspace Workspace, Report Check)
{
    /// <summary>How a reader is told names.</summary>
    public SpokenNames Names { get; } = new(Workspace.Model);

    /// <summary>The day that is asked about; null for all days.</summary>
    public CalendarDay? On { get; init; }

    /// <summary>The day for which transfers are told first.</summary>
    public CalendarDay MatrixDay { get; init; }

    /// <summary>Why it is that day.</summary>
    public string MatrixDayReason { get; init; } = string.Empty;

    /// <summary>What all transfers have in common, their day left out.</summary>
    public ImmutableArray<RawFact> Transfer { get; init; } = [];

    /// <summary>What transfers come to, in the order of days; the first one from the first day on.</summary>
    public ImmutableArray<DatedMatrix> Matrices { get; init; } = [];

    /// <summary>How many days more have a matrix of their own, which is not told.</summary>
    public int MatricesLeftOut { get; init; }

    /// <summary>The treaties that ask something of the law of parties.</summary>
    public ImmutableArray<ComplianceMatrix> Treaties { get; init; } = [];

    public Timeline Timeline { get; init; } = new([], []);

    public CoverageReport Coverage { get; init; } = new([], [], []);

    public ImmutableArray<Overriding> Precedence { get; init; } = [];

    /// <summary>What is not known because it is beyond a limit.</summary>
    public ImmutableArray<Problem> Undecided { get; init; } = [];

    /// <summary>The day as of which conflicts are judged; null where none was said.</summary>
    public CalendarDay? AsOf => Workspace.Settings.AsOf;

    /// <summary>The conflicts that somebody accepts.</summary>
    public IEnumerable<Conflict> Accepted => Workspace.OpenConflicts.Where(c => c.Status == ConflictStatus.Acknowledged);

    /// <summary>The matrix of a day.</summary>
    public TransferMatrix? MatrixOf(CalendarDay day) => Matrices.LastOrDefault(m => m.From <= day)?.Matrix;
}

using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Reports.Document;

/// <summary>Asks each analysis once what a report tells of it.</summary>
internal sealed class ReportGathering
{
    /// <summary>How many days have a matrix of their own in a report: a reader moves through them one by one.</summary>
    public const int MostMatrices = 60;

    private const int MostBlocks = 3;

    private readonly CalendarDay? _on;
    private readonly ImmutableArray<RawFact> _transfer;
    private readonly CancellationToken _cancellation;
    private readonly List<Problem> _undecided = [];
    private readonly List<Problem> _wrong = [];

    /// <param name="workspace">The files, free of errors.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    /// <param name="transfer">What all transfers have in common, without their day.</param>
    /// <param name="cancellation">Gives up.</param>
    public ReportGathering(
        Workspace workspace, CalendarDay? on, ImmutableArray<RawFact> transfer, CancellationToken cancellation = default) =>
        (Workspace, _on, _transfer, _cancellation) = (workspace, on, transfer, cancellation);

    private Workspace Workspace { get; }

    /// <summary>All of it.</summary>
    /// <param name="findings">What is found in the files, those of the project file too; sorted.</param>
    /// <param name="problems">Why there is no report: the conflicts of the day are beyond the budget, or a fact about transfers is
    /// wrong.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReportFacts? Gather(ImmutableArray<Diagnostic> findings, out ImmutableArray<Problem> problems)
    {
        ReportFacts? facts = Report.Find(Workspace, findings, _on, out problems, _cancellation) is { } check ? Gather(check) : null;
        problems = [.. problems, .. _wrong];
        return problems.IsEmpty ? facts : null;
    }

    private ReportFacts Gather(Report check)
    {
        Timeline timeline = Workspace.Timeline(new TimelineQuery { MostInWords = MostBlocks }, _cancellation);
        (ImmutableArray<DatedMatrix> matrices, int leftOut, CalendarDay day, string reason) = Transfers();
        var coverage = Workspace.CoverageInDepth(_cancellation);
        var facts = new ReportFacts(Workspace, check)
        {
            On = _on,
            Transfer = _transfer,
            Matrices = matrices,
            MatricesLeftOut = leftOut,
            MatrixDay = day,
            MatrixDayReason = reason,
            Treaties = Treaties(),
            Timeline = timeline,
            Coverage = coverage,
            Precedence = Overrides.All(Workspace, _cancellation),
        };
        return facts with { Undecided = [.. _undecided, .. timeline.Undecided, .. coverage.Undecided, .. UndecidedConflicts()] };
    }

    private IEnumerable<Problem> UndecidedConflicts() =>
        Workspace.UndecidedConflicts(_cancellation).Select(d => new Problem($"{Display.Place(d.Location)}: {d.Message}", d.Descriptor));

    private ImmutableArray<ComplianceMatrix> Treaties() =>
    [
        .. Workspace.Model.Frameworks.Where(f => f.Parties is not null || f.Rank == Rank.Treaty)
            .Select(f => Noted(Workspace.Compliance(f, _on, out ImmutableArray<Problem> problems, _cancellation), problems))
            .OfType<ComplianceMatrix>().Where(m => !m.Articles.IsEmpty && !m.Rows.IsEmpty)
            .OrderBy(m => Workspace.Law.Holds(Workspace.Model.Frameworks.First(f => f.Name == m.Treaty).Location.File) ? 1 : 0),
    ];

    private (ImmutableArray<DatedMatrix> Matrices, int LeftOut, CalendarDay Day, string Reason) Transfers()
    {
        ImmutableArray<CalendarDay> days = Workspace.MatrixDays(_transfer, out ImmutableArray<Problem> problems, _cancellation);
        (CalendarDay day, string reason) =
            _on is { } on ? (on, "the day that was asked for")
            : Workspace.Settings.AsOf is { } asOf ? (asOf, "the day as of which conflicts are judged")
            : days.IsEmpty ? (CalendarDay.First, string.Empty)
            : (days[^1], "the last day on which an answer changes, since no day was asked for");
        if (days.IsEmpty)
        {
            Note(problems);
            return ([], 0, day, reason);
        }

        // The first day of all stands for the time before any law.
        var found = ImmutableArray.CreateBuilder<DatedMatrix>();
        string? last = null;
        int leftOut = 0;
        ImmutableArray<CalendarDay> told = Nearest(days, day);
        foreach (CalendarDay from in told)
        {
            ImmutableArray<RawFact> facts = [new RawFact(BuiltInAttributes.Date, [from.ToString()]), .. _transfer];
            if (Noted(Workspace.Matrix(facts, [], [], out problems, _cancellation), problems) is not { } matrix)
            {
                continue;
            }

            string text = JsonText.Write(json => MatrixJson.Write(json, matrix, _transfer));
            if (text != last)
            {
                found.Add(new DatedMatrix(from, matrix));
                last = text;
            }
        }

        leftOut = days.Length - told.Length;
        return (found.ToImmutable(), leftOut, day, reason);
    }

    // Where there are too many days, those around the one that is shown first.
    private static ImmutableArray<CalendarDay> Nearest(ImmutableArray<CalendarDay> days, CalendarDay day)
    {
        int at = Math.Max(0, days.Count(d => d <= day) - 1);
        int from = Math.Clamp(at - (MostMatrices * 2 / 3), 0, Math.Max(0, days.Length - MostMatrices));
        return [.. days.Skip(from).Take(MostMatrices)];
    }

    private T? Noted<T>(T? answer, ImmutableArray<Problem> problems)
        where T : class
    {
        Note(problems);
        return answer;
    }

    // A limit is told in the report; a wrong question has none.
    private void Note(ImmutableArray<Problem> problems)
    {
        List<Problem> noted = problems.Any(p => p.Limit is null) ? _wrong : _undecided;
        noted.AddRange(problems);
    }
}

using PolicyLang.Analysis;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>Which transfers are free, on each day on which that changes.</summary>
internal sealed class TransferSection(ReportFacts facts, bool all)
{
    // A table with more columns is told in signs.
    private const int MostHeads = 10;

    public ReportSection Build() => new(
        "transfers", "Transfers",
        facts.Matrices.IsEmpty
            ? "What transfers come to is not told: see what was not checked."
            : "From each row to each column: may the data go? Places between which no rule makes a difference share a row or a column. "
                + $"The table is told for {facts.MatrixDay}, {facts.MatrixDayReason}.",
        facts.Matrices.IsEmpty ? [] : [Table(), .. LeftOut()]);

    /// <summary>How many pairs of places have which answer, as a sentence.</summary>
    public static string Count(TransferMatrix matrix, ReportFacts facts)
    {
        var counts = new Dictionary<TransferAnswer, long>();
        foreach ((MatrixPlace origin, ImmutableArray<MatrixCell> row) in matrix.Origins.Zip(matrix.Rows))
        {
            foreach ((MatrixPlace destination, MatrixCell cell) in matrix.Destinations.Zip(row))
            {
                // A class with itself: the ways from a place to itself are no transfers.
                long pairs = (long)origin.Places.Length * destination.Places.Length
                    - origin.Places.Count(destination.Places.Contains);
                counts[cell.Answer] = counts.GetValueOrDefault(cell.Answer) + pairs;
            }
        }

        long told = counts.Where(c => c.Key is not (TransferAnswer.Unregulated or TransferAnswer.Impossible)).Sum(c => c.Value);
        string of = TransferGrid.Title(Stated(facts, facts.MatrixDay));
        return told == 0
            ? $"{of}: no rule here speaks of them."
            : $"{of}: of {told:N0} ways from one place to another of which the rules speak, "
                + $"{counts.GetValueOrDefault(TransferAnswer.Free):N0} are free, "
                + $"{counts.GetValueOrDefault(TransferAnswer.Safeguards):N0} need safeguards, "
                + $"{counts.GetValueOrDefault(TransferAnswer.Prohibited):N0} are prohibited"
                + (counts.GetValueOrDefault(TransferAnswer.Conflicting) is > 0 and var conflicting
                    ? $", and on {conflicting:N0} the rules collide." : ".");
    }

    // That it is nobody's own case is told once, among what was not checked.
    private static ImmutableArray<RawFact> Stated(ReportFacts facts, CalendarDay day) =>
    [
        new RawFact(BuiltInAttributes.Date, [day.ToString()]),
        .. facts.Transfer.Where(f => f.Attribute != BuiltInAttributes.Organisation || !f.Values.Contains(AskedCase.Nobody)),
    ];

    private Variants Table()
    {
        int shown = Math.Max(0, facts.Matrices.Count(m => m.From <= facts.MatrixDay) - 1);
        return new Variants(
            "matrix", "Day",
            [.. facts.Matrices.Select((m, i) => new Variant(Days(i), Blocks(m.Matrix, i == shown ? facts.MatrixDay : m.From)))],
            shown);
    }

    private string Days(int at)
    {
        CalendarDay from = facts.Matrices[at].From;
        string until = at + 1 < facts.Matrices.Length ? $"{new CalendarDay(facts.Matrices[at + 1].From.Number - 1)}" : string.Empty;
        return (from == CalendarDay.First, until.Length == 0) switch
        {
            (true, true) => "On all days",
            (true, false) => $"Until {until}",
            (false, true) => $"From {from} on",
            _ => $"From {from} until {until}",
        };
    }

    private ImmutableArray<Block> Blocks(TransferMatrix matrix, CalendarDay day)
    {
        Grid grid = TransferGrid.Create(matrix, Stated(facts, day), all);
        bool inSigns = grid.Columns.Length > MostHeads;
        return
        [
            new Table(
                grid.Title,
                [$"{grid.Corner} \u2193 {grid.Across} \u2192", .. grid.Columns.Select(c => inSigns ? c.Short : c.Long)],
                [.. grid.Rows.Select(r => new TableRow([r.Head.Long, .. r.Cells.Select(c => new TableCell(c.Text.Short, c.Tone))]))])
            { IsDense = true },
            new Paragraph(Line.Of(new Span(string.Join("; ", grid.Legend) + ".", SpanStyle.Quiet))),
            .. inSigns
                ? [new Pairs([.. grid.Columns.Select(c => new Pair(c.Short, [c.Long]))])]
                : Array.Empty<Block>(),
            .. grid.Notes.IsEmpty
                ? Array.Empty<Block>()
                : [new Pairs([.. grid.Notes.Select(Note)])],
        ];
    }

    // "S1  add SCC": the sign is a name.
    private static Pair Note(string note) => note.IndexOf("  ", StringComparison.Ordinal) is > 0 and var at
        ? new Pair(note[..at], [note[(at + 2)..]])
        : new Pair(string.Empty, [note]);

    private IEnumerable<Block> LeftOut() => facts.MatricesLeftOut == 0
        ? []
        : [new Paragraph($"The days farthest from {facts.MatrixDay} are left out: on {facts.MatricesLeftOut} more an answer may change. "
            + "'policyc matrix --on DATE' tells any of them.")];
}

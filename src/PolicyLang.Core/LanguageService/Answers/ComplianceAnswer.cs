using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Text;

namespace PolicyLang.LanguageService.Answers;

/// <summary>How the law of parties stands to a treaty, as a table whose entries open lists.</summary>
internal static class ComplianceAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="matrix">The table.</param>
    /// <param name="on">The day that was asked about; null for all.</param>
    /// <param name="places">Where names stand.</param>
    public static AnswerText Write(ComplianceMatrix matrix, CalendarDay? on, AnswerPlaces places) => new(
        $"{matrix.Treaty}, on {(on is { } day ? day.ToString() : "any day")}",
        [ComplianceWords.Total(matrix)],
        [],
        [.. ComplianceWords.Notes(matrix)])
    {
        Table = new AnswerTable(
            [.. matrix.Rows.Select(r => (r.Party, r.Members > 0 ? $"{r.Title} ({WireNames.Count(r.Members, "member")})" : r.Title))],
            [.. matrix.Articles.Select(a => (a.Name, a.Title ?? a.Name))],
            [.. matrix.Rows.Select(r => r.Cells.Select((cell, n) => Cell(cell, r.Party, places)).ToImmutableArray())],
            ComplianceWords.Legend),
    };

    private static AnswerCell Cell(ComplianceCell cell, string party, AnswerPlaces places) => new(
        ComplianceWords.Signs(cell),
        ComplianceWords.Say(cell),
        ComplianceWords.Open(cell) > 0 || !cell.Missing.IsEmpty ? "bad"
            : !cell.Breaches.IsEmpty || cell.IsReserved || cell.IsPartlyReserved ? "caution"
            : cell is { HasLaw: true, IsBound: true } ? "good"
            : "quiet",
        [.. cell.Breaches.Concat(cell.Missing).Select(c => Row(c, party, places))]);

    private static AnswerRow Row(Conflict conflict, string party, AnswerPlaces places) => new(
        WireNames.NameOf(conflict.Kind),
        $"{conflict.Descriptor.Code} {WireNames.NameOf(conflict.Status)}: {string.Join(" + ", conflict.Clauses)}",
        [.. ComplianceWords.Details(conflict, party, places.Names).Where(d => d.Text.Length > 0).Select(d => $"{d.What}: {d.Text}")],
        places.Find(conflict.Clauses));
}

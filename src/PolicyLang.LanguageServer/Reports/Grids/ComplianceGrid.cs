using PolicyLang.Analysis.Compliance;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports.Grids;

/// <summary>Parties and articles of a treaty as a table.</summary>
internal static class ComplianceGrid
{
    public static Grid Create(ComplianceMatrix matrix, CalendarDay? on)
    {
        ImmutableArray<int> told =
            [.. Enumerable.Range(0, matrix.Articles.Length).Where(i => matrix.Rows.Any(r => IsTelling(r.Cells[i])))];
        return new Grid(
            $"{matrix.Treaty}, {WireNames.Count(matrix.Rows.Length, "party", "parties")} x "
                + $"{WireNames.Count(matrix.Articles.Length, "article")} about their law, "
                + $"on {(on is { } day ? day.ToString() : "any day")}",
            "party",
            "article",
            [.. told.Select(i => new GridText(matrix.Articles[i].Name, Named(matrix.Articles[i])))],
            [.. matrix.Rows.Select(r => new GridRow(Head(r), [.. told.Select(i => Cell(r.Cells[i]))]))],
            [ComplianceWords.Legend],
            [.. Notes(matrix, told, on)]);
    }

    private static IEnumerable<string> Notes(ComplianceMatrix matrix, ImmutableArray<int> told, CalendarDay? on)
    {
        string[] silent = [.. matrix.Articles.Where((_, i) => !told.Contains(i)).Select(a => a.Name)];
        if (silent.Length > 0)
        {
            yield return $"Nothing is found about {CaseSentence(silent)}.";
        }

        foreach (string note in ComplianceWords.Notes(matrix).Append(ComplianceWords.Total(matrix)))
        {
            yield return note;
        }

        if (matrix.Rows.FirstOrDefault(r => r.Cells.Any(HasFound)) is { } first)
        {
            string article = matrix.Articles[first.Cells.IndexOf(first.Cells.First(HasFound))].Name;
            string asked = $"{matrix.Treaty} {first.Party} {article}{(on is { } day ? $" --on {day}" : string.Empty)}";
            yield return $"'policyc matrix {asked}' lists an entry.";
        }
    }

    private static bool IsTelling(ComplianceCell cell) =>
        HasFound(cell) || cell.IsReserved || cell.IsPartlyReserved;

    private static bool HasFound(ComplianceCell cell) => !cell.Breaches.IsEmpty || !cell.Missing.IsEmpty;

    private static string CaseSentence(string[] names) => Decisions.CaseSentence.List(names, "and");

    private static string Named(TreatyArticle article) => article.Title is { } title ? $"{article.Name} {title}" : article.Name;

    private static GridText Head(ComplianceRow row)
    {
        string members = row.Members > 0 ? $" ({row.Members})" : string.Empty;
        return new GridText(row.Party + members, (row.Title == row.Party ? row.Party : $"{row.Party} {row.Title}") + members);
    }

    private static GridCell Cell(ComplianceCell cell)
    {
        Tone tone = ComplianceWords.Open(cell) > 0 || !cell.Missing.IsEmpty ? Tone.Bad
            : !cell.Breaches.IsEmpty || cell.IsReserved || cell.IsPartlyReserved ? Tone.Caution
            : cell is { HasLaw: true, IsBound: true } ? Tone.Good
            : Tone.Quiet;
        return new GridCell(new GridText(ComplianceWords.Signs(cell), ComplianceWords.Say(cell)), tone);
    }
}

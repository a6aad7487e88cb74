using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters.Grids;

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
            ["Clauses in breach: e excusable by a leave of the treaty, s struck down by it, ! neither; 'missing': law that the article "
                + "asks for; r reserved, (r) on some days; . nothing found; - no law here, so that nothing was looked at; blank: "
                + "not a party"],
            [.. Notes(matrix, told, on)]);
    }

    /// <summary>What an entry comes to, in words.</summary>
    public static string Say(ComplianceCell cell)
    {
        string[] parts =
        [
            .. cell.Breaches.IsEmpty
                ? Array.Empty<string>()
                : [$"{WireNames.Count(cell.Breaches.Length, "breach", "breaches")}, {cell.Excusable} excusable"
                    + (cell.StruckDown == 0 ? string.Empty : $", {cell.StruckDown} struck down")],
            .. cell.Missing.IsEmpty ? Array.Empty<string>() : ["law is missing"],
            .. cell.IsReserved ? ["reserved"] : cell.IsPartlyReserved ? ["reserved on some days"] : Array.Empty<string>(),
        ];
        return !cell.IsBound ? "not a party" : parts.Length > 0 ? string.Join("; ", parts) : cell.HasLaw ? "nothing found" : "no law here";
    }

    private static IEnumerable<string> Notes(ComplianceMatrix matrix, ImmutableArray<int> told, CalendarDay? on)
    {
        string[] silent = [.. matrix.Articles.Where((_, i) => !told.Contains(i)).Select(a => a.Name)];
        if (silent.Length > 0)
        {
            yield return $"Nothing is found about {CaseSentence(silent)}.";
        }

        if (matrix.OtherClauses > 0)
        {
            string clauses = WireNames.Count(matrix.OtherClauses, $"clause of {matrix.Treaty} asks", $"clauses of {matrix.Treaty} ask");
            yield return $"{clauses} nothing of a party's law: leaves, or what States do themselves.";
        }

        foreach (ComplianceRow row in matrix.Rows.Where(r => r.Cells.Any(c => c.IsBound)))
        {
            yield return $"law of {row.Party}: {(row.Law.IsEmpty ? "none here; nothing was looked at" : string.Join(", ", row.Law))}";
        }

        foreach (UsefulLeave leave in matrix.Leaves)
        {
            yield return $"{leave.Clause} would excuse {WireNames.Count(leave.Excuses, "breach", "breaches")}.";
        }

        Conflict[] breaches = [.. matrix.Rows.SelectMany(r => r.Cells.SelectMany(c => c.Breaches)).Distinct()];
        int excusable = breaches.Count(c => c.StatusByRules == ConflictStatus.Excusable);
        int missing = matrix.Rows.Sum(r => r.Cells.Count(c => !c.Missing.IsEmpty));
        yield return $"{WireNames.Count(breaches.Length, "breach", "breaches")}, {excusable} of them excusable; "
            + $"{WireNames.Count(missing, "missing law")}.";
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

    private static string[] Counted(int count, string sign) => count > 0 ? [$"{count} {sign}"] : [];

    private static GridCell Cell(ComplianceCell cell)
    {
        int open = cell.Breaches.Length - cell.Excusable - cell.StruckDown;
        string reserved = cell.IsReserved ? "r" : cell.IsPartlyReserved ? "(r)" : string.Empty;
        string[] signs =
        [
            .. Counted(open, "!"), .. Counted(cell.Excusable, "e"), .. Counted(cell.StruckDown, "s"),
            .. cell.Missing.IsEmpty ? Array.Empty<string>() : ["missing"],
            .. reserved.Length > 0 ? [reserved] : Array.Empty<string>(),
        ];
        string sign = !cell.IsBound ? string.Empty : signs.Length > 0 ? string.Join(' ', signs) : cell.HasLaw ? "." : "-";
        Tone tone = open > 0 || !cell.Missing.IsEmpty ? Tone.Bad
            : !cell.Breaches.IsEmpty || reserved.Length > 0 ? Tone.Caution
            : cell is { HasLaw: true, IsBound: true } ? Tone.Good
            : Tone.Quiet;
        return new GridCell(new GridText(sign, Say(cell)), tone);
    }
}

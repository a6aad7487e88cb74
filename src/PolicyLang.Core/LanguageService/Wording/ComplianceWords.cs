using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageService.Wording;

/// <summary>Words that the forms of a table of parties and articles share.</summary>
internal static class ComplianceWords
{
    /// <summary>What an entry comes to.</summary>
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

    /// <summary>What the table leaves out, whose law was looked at, and which leaves would excuse breaches.</summary>
    public static IEnumerable<string> Notes(ComplianceMatrix matrix)
    {
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
    }

    /// <summary>How many breaches and missing laws there are in all.</summary>
    public static string Total(ComplianceMatrix matrix)
    {
        Conflict[] breaches = [.. matrix.Rows.SelectMany(r => r.Cells.SelectMany(c => c.Breaches)).Distinct()];
        int excusable = breaches.Count(c => c.StatusByRules == ConflictStatus.Excusable);
        int missing = matrix.Rows.Sum(r => r.Cells.Count(c => !c.Missing.IsEmpty));
        return $"{WireNames.Count(breaches.Length, "breach", "breaches")}, {excusable} of them excusable; "
            + $"{WireNames.Count(missing, "missing law")}.";
    }

    /// <summary>What is told of one conflict of an entry, each with what it is: ("days", "from 2027-01-01").</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="party">The party of the entry.</param>
    /// <param name="names">How names are said; null to say them as they are.</param>
    public static IEnumerable<(string What, string Text)> Details(Conflict conflict, string party, SpokenNames? names = null)
    {
        // Where members of a bloc are concerned by themselves, each is told.
        bool own = conflict.Parties.Any(p => p.Party == party);
        foreach (ConcernedParty concerned in conflict.Parties.Where(p => !own || p.Party == party))
        {
            yield return (own ? "days" : $"{concerned.Party}, days", string.Join("; ", concerned.Days.Select(Days)));
            yield return ("owed to", string.Join(", ", concerned.OwedTo));
            yield return ("witness", CaseSentence.Write(names?.Of(concerned.Witness) ?? concerned.Witness));
        }

        foreach (PossibleExcuse excuse in conflict.Excuses)
        {
            yield return (excuse.IsWhole ? "would be excused by" : "would be excused in part by",
                excuse.Clause + (excuse.Requires.IsEmpty ? string.Empty : $" {string.Join("; ", excuse.Requires)}"));
        }
    }

    /// <summary>Days as a phrase: "from 2027-01-01".</summary>
    public static string Days(DayRange days) => (days.From == CalendarDay.First, days.Until == CalendarDay.Last) switch
    {
        (true, true) => "always",
        (true, false) => $"until {days.Until}",
        (false, true) => $"from {days.From}",
        _ => $"{days.From} to {days.Until}",
    };

    /// <summary>A count of what is in an entry, in a few signs: "2 ! 1 e missing".</summary>
    public static string Signs(ComplianceCell cell)
    {
        string reserved = cell.IsReserved ? "r" : cell.IsPartlyReserved ? "(r)" : string.Empty;
        string[] signs =
        [
            .. Counted(Open(cell), "!"), .. Counted(cell.Excusable, "e"), .. Counted(cell.StruckDown, "s"),
            .. cell.Missing.IsEmpty ? Array.Empty<string>() : ["missing"],
            .. reserved.Length > 0 ? [reserved] : Array.Empty<string>(),
        ];
        return !cell.IsBound ? string.Empty : signs.Length > 0 ? string.Join(" ", signs) : cell.HasLaw ? "." : "-";
    }

    /// <summary>What the signs mean.</summary>
    public const string Legend = "Clauses in breach: e excusable by a leave of the treaty, s struck down by it, ! neither; 'missing': law "
        + "that the article asks for; r reserved, (r) on some days; . nothing found; - no law here, so that nothing was looked at; blank: "
        + "not a party";

    /// <summary>The breaches that nothing in the treaty excuses or strikes down.</summary>
    public static int Open(ComplianceCell cell) => cell.Breaches.Length - cell.Excusable - cell.StruckDown;

    private static string[] Counted(int count, string sign) => count > 0 ? [$"{count} {sign}"] : [];
}

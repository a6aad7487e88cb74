using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters.Grids;

/// <summary>One entry of the table of parties and articles, for people.</summary>
internal sealed class ComplianceText(AnsiStyle ink, TerminalWriter output)
{
    public void Write(ComplianceMatrix matrix, ComplianceRow row, int article)
    {
        ComplianceCell cell = row.Cells[article];
        output.Line(ink.Bold($"{row.Party} and {matrix.Treaty}.{matrix.Articles[article].Name}: {ComplianceGrid.Say(cell)}"));
        foreach (Conflict conflict in cell.Breaches.Concat(cell.Missing))
        {
            SafeText heading = ink.Heading(conflict.Severity, conflict.Descriptor.Code);
            output.Line(SafeText.Of($"{heading} {WireNames.NameOf(conflict.Status)}: {string.Join(" + ", conflict.Clauses)}"));

            // Where members of a bloc are concerned by themselves, each is told.
            bool own = conflict.Parties.Any(p => p.Party == row.Party);
            foreach (ConcernedParty party in conflict.Parties.Where(p => !own || p.Party == row.Party))
            {
                Say(own ? "days" : $"{party.Party}, days", string.Join("; ", party.Days.Select(Days)));
                Say("owed to", string.Join(", ", party.OwedTo));
                Say("witness", CaseSentence.Write(party.Witness));
            }

            foreach (PossibleExcuse excuse in conflict.Excuses)
            {
                Say(excuse.IsWhole ? "would be excused by" : "would be excused in part by",
                    excuse.Clause + (excuse.Requires.IsEmpty ? string.Empty : $" {string.Join("; ", excuse.Requires)}"));
            }
        }
    }

    private void Say(string what, string text)
    {
        if (text.Length > 0)
        {
            Lines.Wrapped($"  = {what}: {text}", GridTerminal.Columns).ForEach(l => output.Line(l));
        }
    }

    /// <summary>Days in words.</summary>
    public static string Days(DayRange days) => (days.From == CalendarDay.First, days.Until == CalendarDay.Last) switch
    {
        (true, true) => "always",
        (true, false) => $"until {days.Until}",
        (false, true) => $"from {days.From}",
        _ => $"{days.From} to {days.Until}",
    };
}

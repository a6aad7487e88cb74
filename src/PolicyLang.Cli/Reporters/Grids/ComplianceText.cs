using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.Cli.Reporters.Grids;

/// <summary>One entry of the table of parties and articles, for people.</summary>
internal sealed class ComplianceText(AnsiStyle ink, TerminalWriter output)
{
    public void Write(ComplianceMatrix matrix, ComplianceRow row, int article)
    {
        ComplianceCell cell = row.Cells[article];
        output.Line(ink.Bold($"{row.Party} and {matrix.Treaty}.{matrix.Articles[article].Name}: {ComplianceWords.Say(cell)}"));
        foreach (Conflict conflict in cell.Breaches.Concat(cell.Missing))
        {
            SafeText heading = ink.Heading(conflict.Severity, conflict.Descriptor.Code);
            output.Line(SafeText.Of($"{heading} {WireNames.NameOf(conflict.Status)}: {string.Join(" + ", conflict.Clauses)}"));

            foreach ((string what, string text) in ComplianceWords.Details(conflict, row.Party))
            {
                Say(what, text);
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
}

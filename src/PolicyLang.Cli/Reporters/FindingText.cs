using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>One finding for people: the source line, marks under the place, the witness, related places, help.</summary>
internal sealed class FindingText(AnsiStyle ink)
{
    private const int MostPlaces = 3;

    /// <summary>All of it.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="report">The run that it is of.</param>
    /// <param name="output">Where to write.</param>
    public void Write(Finding finding, Report report, TerminalWriter output)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        Excerpt excerpt = Excerpt.Read(diagnostic.Location);
        string number = excerpt.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        string status = finding.Conflict is { IsSettled: true } settled ? $" ({WireNames.NameOf(settled.Status)})" : string.Empty;
        output.Line($"{ink.Heading(diagnostic.Severity, diagnostic.Code)}: {ink.Bold($"{diagnostic.Message}{status}")}");
        output.Line($"{margin}{ink.Blue("-->")} {Display.Place(diagnostic.Location)}");
        output.Line($"{margin} {ink.Blue("|")}");
        output.Line($"{ink.Blue($"{number} |")} {excerpt.Text}");
        output.Line($"{margin} {ink.Blue("|")} {ink.Paint(diagnostic.Severity, excerpt.Marks)}");
        foreach (string note in Notes(finding.Conflict, report))
        {
            output.Line($"{margin} {ink.Blue("=")} {note}");
        }

        foreach (RelatedLocation related in diagnostic.Related)
        {
            output.Line($"{margin}{ink.Blue("-->")} {Display.Place(related.Location)}   {related.Message}");
        }

        if (diagnostic.Help is { } help)
        {
            output.Line($"{margin} {ink.Blue("=")} help: {help}");
        }
    }

    /// <summary>Its heading with its place, as one line.</summary>
    public SafeText Line(Finding finding) => SafeText.Of(
        $"{ink.Heading(finding.Diagnostic.Severity, finding.Diagnostic.Code)} {Display.Place(finding.Diagnostic.Location)}: "
            + $"{finding.Diagnostic.Message}");

    private static IEnumerable<string> Notes(Conflict? conflict, Report report)
    {
        if (conflict is null)
        {
            yield break;
        }

        foreach (CasesLine where in report.Where([conflict], MostPlaces))
        {
            yield return "where: " + where;
        }

        if (conflict.Witness.Facts.Length > 0)
        {
            yield return "witness: " + CaseSentence.Write(conflict.Witness);
        }

        foreach (string party in PartyText.Lines(conflict.Kind, conflict.Parties))
        {
            yield return party;
        }

        if (WaySentences.AvoidBy(conflict) is { } ways)
        {
            yield return ways;
        }

        if (conflict.Resolution is { } resolution)
        {
            string part = resolution.Elsewhere.IsEmpty ? string.Empty : "in part ";
            IEnumerable<string> prevailing = resolution.All().Select(r => $"{part}{r.Prevails} prevails ({WireNames.NameOf(r.By)})");
            yield return $"resolved: {string.Join(", ", prevailing)}";
        }
    }
}

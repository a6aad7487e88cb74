using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>Findings for people: the source line, marks under the place, the witness, related places, help.</summary>
internal sealed class TextReporter(Ink ink) : IReporter
{
    public void Write(Report report, TextWriter output)
    {
        foreach (Finding finding in report.Findings)
        {
            Write(finding, output);
            output.WriteLine();
        }

        output.WriteLine(Summary(report));
    }

    private void Write(Finding finding, TextWriter output)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        Excerpt excerpt = Excerpt.Of(diagnostic.Location);
        string number = excerpt.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        string status = finding.Conflict is { Status: ConflictStatus.Resolved or ConflictStatus.Acknowledged } settled ? $" ({Words.Of(settled.Status)})" : string.Empty;
        output.WriteLine($"{Heading(diagnostic)}: {ink.Bold(Display.Clean(diagnostic.Message) + status)}");
        output.WriteLine($"{margin}{ink.Blue("-->")} {Display.Place(diagnostic.Location)}");
        output.WriteLine($"{margin} {ink.Blue("|")}");
        output.WriteLine($"{ink.Blue(number + " |")} {excerpt.Text}");
        output.WriteLine($"{margin} {ink.Blue("|")} {Paint(diagnostic.Severity, excerpt.Marks)}");
        foreach (string note in Notes(finding.Conflict))
        {
            output.WriteLine($"{margin} {ink.Blue("=")} {note}");
        }

        foreach (RelatedLocation related in diagnostic.Related)
        {
            output.WriteLine($"{margin}{ink.Blue("-->")} {Display.Place(related.Location)}   {Display.Clean(related.Message)}");
        }

        if (diagnostic.Help is { } help)
        {
            output.WriteLine($"{margin} {ink.Blue("=")} help: {Display.Clean(help)}");
        }
    }

    private static IEnumerable<string> Notes(Conflict? conflict)
    {
        if (conflict is null)
        {
            yield break;
        }

        if (conflict.Witness.Facts.Length > 0)
        {
            yield return "witness: " + CaseSentence.Of(conflict.Witness);
        }

        if (conflict.AvoidBy.Length > 0)
        {
            yield return "avoid by: " + string.Join("; or ", WaySentences.Sentences(conflict.AvoidBy, conflict.Witness));
        }

        if (conflict.Resolution is { } resolution)
        {
            yield return $"resolved: {resolution.Prevails} prevails ({Words.Of(resolution.By)})";
        }
    }

    private string Summary(Report report)
    {
        string[] counts =
        [
            .. Part(report, DiagnosticSeverity.Error, "error"),
            .. Part(report, DiagnosticSeverity.Warning, "warning"),
            .. report.Count(DiagnosticSeverity.Information) is > 0 and var notes ? [$"{notes} information"] : Array.Empty<string>(),
            .. Part(report, DiagnosticSeverity.Hint, "hint"),
        ];
        string found = counts.Length == 0 ? ink.Green("no findings") : string.Join(", ", counts);
        return $"{found} in {Words.Count(report.Files, "file")}, {Words.Count(report.Clauses, "clause")}";
    }

    private string[] Part(Report report, DiagnosticSeverity severity, string noun) =>
        report.Count(severity) is > 0 and var count ? [Paint(severity, Words.Count(count, noun))] : [];

    private string Heading(Diagnostic diagnostic) => Paint(diagnostic.Severity, $"{Words.Of(diagnostic.Severity)}[{diagnostic.Code}]");

    private string Paint(DiagnosticSeverity severity, string text) => severity switch
    {
        DiagnosticSeverity.Error => ink.Red(text),
        DiagnosticSeverity.Warning => ink.Yellow(text),
        DiagnosticSeverity.Information or DiagnosticSeverity.Hint => ink.Green(text),
        _ => throw new UnreachableException(),
    };
}

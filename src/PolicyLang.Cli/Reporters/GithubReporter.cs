using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>Workflow commands that show findings as annotations on a change.</summary>
internal sealed class GithubReporter : IReporter
{
    public void Write(Report report, TextWriter writer)
    {
        var output = new TerminalWriter(writer);
        foreach (Diagnostic diagnostic in report.Findings.Select(finding => finding.Diagnostic))
        {
            Location place = diagnostic.Location;
            string level = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                DiagnosticSeverity.Information or DiagnosticSeverity.Hint => "notice",
                _ => throw new UnreachableException(),
            };
            string text = diagnostic.Help is { } help ? $"{diagnostic.Message}\n{help}" : diagnostic.Message;
            output.Line(
                $"::{level} file={Property(place.File)},line={place.Start.Line + 1},col={place.Start.Character + 1},"
                + $"endLine={place.End.Line + 1},endColumn={place.End.Character + 1}"
                    + $",title={Property($"{diagnostic.Code} {diagnostic.Descriptor.Title}")}::{Data(text)}");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

using System.Diagnostics;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Reporters;

/// <summary>One line per finding in the form that MSBuild and Visual Studio read.</summary>
internal sealed class MsbuildReporter : IReporter
{
    public void Write(Report report, TextWriter writer)
    {
        var output = new TerminalWriter(writer);
        foreach (Diagnostic diagnostic in report.Findings.Select(finding => finding.Diagnostic))
        {
            // MSBuild knows errors, warnings and messages only.
            string level = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                DiagnosticSeverity.Information or DiagnosticSeverity.Hint => "message",
                _ => throw new UnreachableException(),
            };
            var start = diagnostic.Location.Start;
            output.Line($"{diagnostic.Location.File}({start.Line + 1},{start.Character + 1}): {level} {diagnostic.Code}: "
                + $"{diagnostic.Message}");
        }
    }
}

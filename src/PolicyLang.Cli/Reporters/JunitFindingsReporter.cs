using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>Findings as JUnit XML, for whoever shows test results and no annotations: errors and warnings are failures, the rest
/// passes.</summary>
internal sealed class JunitFindingsReporter : IReporter
{
    public void Write(Report report, TextWriter output) =>
        JunitXml.Write(output, report.Findings, f => f.Diagnostic.Location.File, IsFailure, WriteCase);

    private static bool IsFailure(Finding finding) => finding.Diagnostic.Severity >= DiagnosticSeverity.Warning;

    private static void WriteCase(XmlOutput xml, Finding finding)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        xml.Start("testcase");
        xml.Attribute("name", $"{diagnostic.Code} {diagnostic.Message}");
        xml.Attribute("classname", $"{diagnostic.Location.File}.{diagnostic.Code}");
        xml.Attribute("file", diagnostic.Location.File);
        xml.Attribute("line", diagnostic.Location.Start.Line + 1);
        string?[] lines =
        [
            Display.Place(diagnostic.Location),
            finding.Conflict is { Witness.Facts.Length: > 0 } conflict ? "witness: " + CaseSentence.Write(conflict.Witness) : null,
            diagnostic.Help is { } help ? "help: " + help : null,
        ];
        xml.Start(IsFailure(finding) ? "failure" : "system-out");
        if (IsFailure(finding))
        {
            xml.Attribute(
                "message", $"{WireNames.NameOf(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message}");
        }

        xml.Text(lines.OfType<string>());
        xml.End();
        xml.End();
    }
}

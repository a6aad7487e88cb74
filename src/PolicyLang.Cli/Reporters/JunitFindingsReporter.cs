using System.Xml;
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

    private static void WriteCase(XmlWriter xml, Finding finding)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", $"{diagnostic.Code} {Display.Clean(diagnostic.Message)}");
        xml.WriteAttributeString("classname", $"{diagnostic.Location.File}.{diagnostic.Code}");
        xml.WriteAttributeString("file", diagnostic.Location.File);
        xml.WriteAttributeString("line", (diagnostic.Location.Start.Line + 1).ToString());
        string?[] lines =
        [
            Display.Place(diagnostic.Location),
            finding.Conflict is { Witness.Facts.Length: > 0 } conflict ? "witness: " + CaseSentence.Write(conflict.Witness) : null,
            diagnostic.Help is { } help ? "help: " + help : null,
        ];
        xml.WriteStartElement(IsFailure(finding) ? "failure" : "system-out");
        if (IsFailure(finding))
        {
            xml.WriteAttributeString(
                "message", $"{WireNames.NameOf(diagnostic.Severity)} {diagnostic.Code}: {Display.Clean(diagnostic.Message)}");
        }

        xml.WriteString(string.Join("\n", lines.OfType<string>().Select(Display.Clean)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

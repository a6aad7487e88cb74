using System.Diagnostics;
using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>
/// SARIF 2.1.0. Conflicts keep their identity by fingerprint. What is acknowledged is left out,
/// because code scanning alarms in spite of a suppression; where all conflicts are asked for, it has one with the reason.
/// </summary>
/// <param name="all">Whether all conflicts are asked for.</param>
/// <param name="artifacts">How files are named.</param>
internal sealed class SarifReporter(bool all, SarifArtifacts artifacts) : IReporter
{
    public void Write(Report report, TextWriter output) => output.WriteLine(JsonText.Write(json =>
    {
        Finding[] findings =
            [.. report.Findings.Where(finding => all || finding.Conflict?.Status != ConflictStatus.Acknowledged)];
        DiagnosticDescriptor[] rules =
            [.. findings.Select(finding => finding.Diagnostic.Descriptor).DistinctBy(rule => rule.Code)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        artifacts.WriteRoots(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (Finding finding in findings)
        {
            WriteResult(json, finding, Array.FindIndex(rules, rule => rule.Code == finding.Diagnostic.Code));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteTool(Utf8JsonWriter json, DiagnosticDescriptor[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policyc");
        json.WriteString("version", ProductVersion.Text);
        json.WriteStartArray("rules");
        foreach (DiagnosticDescriptor rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            WriteMessage(json, "shortDescription", rule.Title);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteMessage(json, "message", diagnostic.Help is { } help ? $"{diagnostic.Message}\n{help}" : diagnostic.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, diagnostic.Location, null);
        json.WriteEndArray();
        if (diagnostic.Related.Length > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (RelatedLocation related in diagnostic.Related)
            {
                WriteLocation(json, related.Location, related.Message);
            }

            json.WriteEndArray();
        }

        if (finding.Conflict is { } conflict)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString("policylang/v1", conflict.Fingerprint);
            json.WriteEndObject();
            WriteSuppression(json, conflict);
        }

        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, Conflict conflict)
    {
        if (conflict.AcceptedBecause is { } reason)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private void WriteLocation(Utf8JsonWriter json, Location location, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        artifacts.WriteLocation(json, location.File);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Start.Line + 1);
        json.WriteNumber("startColumn", location.Start.Character + 1);
        json.WriteNumber("endLine", location.End.Line + 1);
        json.WriteNumber("endColumn", location.End.Character + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
        {
            WriteMessage(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Information or DiagnosticSeverity.Hint => "note",
        _ => throw new UnreachableException(),
    };
}

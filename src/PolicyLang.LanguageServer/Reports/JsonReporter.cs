using System.Text.Json;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>The JSON of <c>check</c> (with diagnostics) and of <c>conflicts</c> (only with those that keep it from telling all
/// conflicts).</summary>
internal sealed class JsonReporter(bool withDiagnostics) : IReporter
{
    public void Write(Report report, TextWriter output) => output.WriteLine(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("files", report.Files);
        json.WriteNumber("clauses", report.Clauses);
        if (withDiagnostics || report.Findings.Any(finding => finding.Conflict is null))
        {
            WriteDiagnostics(json, report);
        }

        ConflictJson.WriteAll(json, report);
        json.WriteString("asOf", report.AsOf?.ToString());
        if (report.Baseline is { } baseline)
        {
            json.WriteStartObject("baseline");
            json.WriteNumber("known", baseline.Known);
            JsonText.Array(json, "fixed", baseline.Fixed);
            json.WriteEndObject();
        }

        if (report.Law is { } law)
        {
            json.WriteStartObject("law");
            json.WriteString("version", law.Catalog?.Version);
            JsonText.Array(json, "uses", law.NamesOfLibrary);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }));

    private void WriteDiagnostics(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in report.Findings.Where(finding => withDiagnostics || finding.Conflict is null)
            .Select(finding => finding.Diagnostic))
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", WireNames.NameOf(diagnostic.Severity));
            JsonText.Place(json, diagnostic.Location);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("help", diagnostic.Help);
            WriteRelated(json, diagnostic.Related);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter json, ImmutableArray<RelatedLocation> places)
    {
        json.WriteStartArray("related");
        foreach (RelatedLocation related in places)
        {
            json.WriteStartObject();
            JsonText.Place(json, related.Location);
            json.WriteString("message", related.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using PolicyLang.Analysis.Compatibility;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Whether an offer and a request can be met together, as JSON; the order of the keys is part of the contract.</summary>
internal static class CompatibilityJson
{
    public static void Write(Utf8JsonWriter json, CompatibilityReport report, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("offer", report.Offer);
        json.WriteString("request", report.Request);
        InteropJson.Raw(json, "where", facts);
        json.WriteString("compatible", WireNames.NameOf(report.Verdict));
        json.WriteStartArray("parts");
        foreach (CompatibilityPart part in report.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", WireNames.NameOf(part.Kind));
            JsonText.Array(json, "blocks", part.Blocks.Select(b => b.Written));
            json.WritePropertyName("case");
            JsonText.Facts(json, part.Case);
            JsonText.Array(json, "clauses", part.Clauses);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }
}

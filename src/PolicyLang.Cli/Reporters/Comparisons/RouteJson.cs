using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Routes;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Routes as JSON; the order of the keys is part of the contract.</summary>
internal static class RouteJson
{
    public static void Write(Utf8JsonWriter json, RouteReport report, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        InteropJson.Raw(json, "case", facts);
        json.WritePropertyName("direct");
        Write(json, report.Direct);
        json.WriteStartArray("cheapest");
        foreach (RouteHop hop in report.Cheapest)
        {
            Write(json, hop);
        }

        json.WriteEndArray();
        json.WriteNumber("cost", report.Cost);
        json.WriteBoolean("barredEndToEnd", report.IsBarredEndToEnd);
        json.WriteStartArray("detours");
        foreach (Detour detour in report.Detours)
        {
            json.WriteStartObject();
            JsonText.Array(json, "via", detour.Via.Places.Select(p => p.Name));
            json.WriteString("first", WireNames.NameOf(detour.First.Answer));
            json.WriteString("second", WireNames.NameOf(detour.Second.Answer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RouteHop hop)
    {
        json.WriteStartObject();
        json.WriteString("from", hop.From.Name);
        json.WriteString("to", hop.To.Name);
        json.WriteString("answer", WireNames.NameOf(hop.Cell.Answer));
        JsonText.Array(json, "clauses", hop.Cell.Clauses);
        json.WriteStartArray("ways");
        foreach (CaseFacts way in hop.Cell.Ways)
        {
            JsonText.Facts(json, way);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

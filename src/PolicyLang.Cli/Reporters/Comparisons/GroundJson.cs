using System.Text.Json;
using PolicyLang.Analysis.Ground;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Common ground as JSON; the order of the keys is part of the contract.</summary>
internal static class GroundJson
{
    public static void Write(Utf8JsonWriter json, GroundReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WritePropertyName("case");
        JsonText.Facts(json, report.Case);
        json.WriteStartArray("parties");
        foreach (GroundParty party in report.Parties)
        {
            json.WriteStartObject();
            json.WriteString("name", party.Name);
            JsonText.Array(json, "places", party.Places.Select(p => p.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach ((int from, int to) in report.Pairs)
        {
            GroundCell cell = report.Rows[from][to];
            json.WriteStartObject();
            json.WriteString("from", report.Parties[from].Name);
            json.WriteString("to", report.Parties[to].Name);
            json.WriteString("answer", cell.Outcome is { } outcome ? WireNames.NameOf(outcome) : null);
            json.WriteBoolean("open", cell.IsOpen);
            json.WriteBoolean("canOpen", cell.CanOpen);
            JsonText.Array(json, "closedBy", cell.Closing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("bundles");
        foreach (CaseFacts bundle in report.Bundles)
        {
            JsonText.Facts(json, bundle);
        }

        json.WriteEndArray();
        json.WriteBoolean("bundlesAreComplete", report.BundlesAreComplete);
        json.WriteStartArray("closing");
        foreach (ClosingClause clause in report.Closing)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Clause);
            json.WriteNumber("pairs", clause.Pairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }
}

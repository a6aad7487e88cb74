using System.Text.Json;
using PolicyLang.Analysis.Storage;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Where data have to be stored, as JSON; the order of the keys is part of the contract.</summary>
internal static class StorageJson
{
    public static void Write(Utf8JsonWriter json, StorageReport report, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        InteropJson.Raw(json, "where", facts);
        json.WriteBoolean("possible", report.IsPossible);
        json.WriteStartArray("places");
        foreach (StoragePlace place in report.Places)
        {
            json.WriteStartObject();
            JsonText.Array(json, "choices", place.Choices.Select(p => p.Name));
            JsonText.Array(json, "fulfils", place.Fulfils);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("duties");
        foreach (StorageDuty duty in report.Duties)
        {
            json.WriteStartObject();
            json.WriteString("clause", duty.Clause);
            json.WriteString("origin", duty.Origin);
            JsonText.Array(json, "places", duty.Places.Select(p => p.Name));
            JsonText.Array(json, "core", duty.Core);
            json.WritePropertyName("case");
            JsonText.Facts(json, duty.Case);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }
}

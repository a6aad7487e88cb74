using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>One conflict as JSON; the order of the keys is part of the contract.</summary>
internal static class ConflictJson
{
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<Conflict> conflicts)
    {
        json.WriteStartArray("conflicts");
        foreach (Conflict conflict in conflicts)
        {
            Write(json, conflict);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Conflict conflict)
    {
        json.WriteStartObject();
        json.WriteString("code", conflict.Descriptor.Code);
        json.WriteString("kind", Words.Of(conflict.Kind));
        json.WriteString("status", Words.Of(conflict.Status));
        json.WriteString("severity", Words.Of(conflict.Severity));
        JsonText.Array(json, "clauses", conflict.Clauses);
        WriteResolution(json, conflict.Resolution);
        json.WritePropertyName("witness");
        JsonText.Facts(json, conflict.Witness);
        json.WriteStartArray("avoidBy");
        foreach (var way in conflict.AvoidBy)
        {
            JsonText.Facts(json, way);
        }

        json.WriteEndArray();
        json.WriteString("message", conflict.Message);
        WriteLocations(json, conflict.Locations);
        json.WriteEndObject();
    }

    private static void WriteResolution(Utf8JsonWriter json, Resolution? resolution)
    {
        if (resolution is null)
        {
            json.WriteNull("resolution");
            return;
        }

        json.WriteStartObject("resolution");
        json.WriteString("by", Words.Of(resolution.By));
        json.WriteString("prevails", resolution.Prevails);
        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, ImmutableArray<ClauseLocation> locations)
    {
        json.WriteStartArray("locations");
        foreach (ClauseLocation place in locations)
        {
            json.WriteStartObject();
            json.WriteString("clause", place.Clause);
            JsonText.Place(json, place.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

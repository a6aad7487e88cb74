using System.Text.Json;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters;

/// <summary>A decision as JSON; the order of the keys is part of the contract.</summary>
internal static class DecisionJson
{
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("decision", Words.Of(decision.Outcome));
        JsonText.Array(json, "applied", decision.Applied);
        json.WriteStartArray("defeated");
        foreach (DefeatedClause defeated in decision.Defeated)
        {
            json.WriteStartObject();
            json.WriteString("clause", defeated.Clause);
            json.WriteString("by", defeated.By);
            json.WriteString("principle", Words.Of(defeated.Principle));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "duties", decision.Duties);
        json.WriteStartArray("waysToComply");
        foreach (CaseFacts way in decision.WaysToComply)
        {
            JsonText.Facts(json, way);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What is said of a case that cannot be decided.</summary>
    public static void WriteError(Utf8JsonWriter json, string error)
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteEndObject();
    }
}

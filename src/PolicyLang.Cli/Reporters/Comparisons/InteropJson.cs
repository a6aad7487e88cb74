using System.Text.Json;
using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>A comparison of two laws as JSON; the order of the keys is part of the contract.</summary>
internal static class InteropJson
{
    public static void Write(Utf8JsonWriter json, InteropReport report, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("first", report.First);
        json.WriteString("second", report.Second);
        Raw(json, "where", facts);
        json.WriteStartArray("parts");
        foreach (InteropPart part in report.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", WireNames.NameOf(part.Kind));
            json.WriteString("answerOfFirst", part.First is { } first ? WireNames.NameOf(first) : null);
            json.WriteString("answerOfSecond", part.Second is { } second ? WireNames.NameOf(second) : null);
            JsonText.Array(json, "blocks", part.Blocks.Select(b => b.Written));
            json.WritePropertyName("case");
            JsonText.Facts(json, part.Case);
            JsonText.Array(json, "clauses", part.Clauses);
            json.WriteStartArray("shares");
            foreach (InteropShare share in part.Shares)
            {
                json.WriteStartObject();
                json.WriteString("attribute", share.Attribute);
                json.WriteNumber("part", share.Part);
                json.WriteNumber("whole", share.Whole);
                JsonText.Array(json, "names", share.Names);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }

    /// <summary>Facts as they were stated.</summary>
    public static void Raw(Utf8JsonWriter json, string name, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject(name);
        foreach (RawFact fact in facts)
        {
            JsonText.Array(json, fact.Attribute, fact.Values);
        }

        json.WriteEndObject();
    }
}

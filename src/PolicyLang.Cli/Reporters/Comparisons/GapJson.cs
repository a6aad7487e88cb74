using System.Text.Json;
using PolicyLang.Analysis.Gaps;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>What the law leaves out, as JSON; the order of the keys is part of the contract.</summary>
internal static class GapJson
{
    public static void Write(Utf8JsonWriter json, GapReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("unregulated");
        foreach (UnregulatedBlock block in report.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("block", block.Text);
            json.WritePropertyName("case");
            JsonText.Facts(json, block.Case);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("rest");
        Nullable(json, report.Rest);
        ConflictJson.WriteAll(json, new Report(0, 0, [], report.Missing), "missing");
        json.WriteStartArray("withoutLaw");
        foreach (PartyWithoutLaw party in report.WithoutLaw)
        {
            json.WriteStartObject();
            json.WriteString("treaty", party.Treaty);
            json.WriteString("party", party.Party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided);
        json.WriteEndObject();
    }

    private static void Nullable(Utf8JsonWriter json, CaseFacts? facts)
    {
        if (facts is null)
        {
            json.WriteNullValue();
        }
        else
        {
            JsonText.Facts(json, facts);
        }
    }
}

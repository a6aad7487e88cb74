using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>What scenarios touch, as JSON; the order of the keys is part of the contract.</summary>
internal static class CoverageJson
{
    public static void Write(Utf8JsonWriter json, CoverageReport report, DraftedScenarios? drafts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("parts");
        foreach (CoveredPart part in report.Parts.Where(p => p.Undecided is null))
        {
            json.WriteStartObject();
            json.WriteString("clause", part.Clause.QualifiedName);
            json.WriteString("part", part.Stands ? "stands" : "yields");
            json.WriteString("untested", part.Untested);
            End(json, part.Covered, part.Example);
        }

        json.WriteEndArray();
        json.WriteStartArray("blocks");
        foreach (CoveredBlock block in report.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("clause", block.Clause.QualifiedName);
            json.WriteString("block", block.Text);
            End(json, block.Covered, block.Example);
        }

        json.WriteEndArray();
        json.WriteStartArray("boundaries");
        foreach (CoveredSide side in report.Sides)
        {
            json.WriteStartObject();
            json.WriteString("clause", side.Clause.QualifiedName);
            json.WriteString("attribute", side.Attribute);
            json.WriteString("value", side.Value);
            json.WriteString("side", side.IsFirst ? "first" : "last");
            End(json, side.Covered, side.Example);
        }

        json.WriteEndArray();
        JsonText.Array(json, "undecided", report.Undecided.Select(p => p.Message));
        if (drafts is not null)
        {
            json.WriteNumber("drafted", drafts.Count);
            json.WriteStartArray("unwritten");
            foreach (CaseFacts facts in drafts.Unwritten)
            {
                JsonText.Facts(json, facts);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, bool covered, CaseFacts example)
    {
        json.WriteBoolean("covered", covered);
        json.WritePropertyName("case");
        JsonText.Facts(json, example);
        json.WriteEndObject();
    }
}

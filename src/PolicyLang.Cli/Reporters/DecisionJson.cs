using System.Text.Json;
using PolicyLang.Cli.Commands;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>A decision as JSON; the order of the keys is part of the contract.</summary>
internal static class DecisionJson
{
    /// <summary>The decision of a case; of an act that is several cases, its strictest outcome and the decision of each.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="explanations">Why, for each of them.</param>
    public static void Write(
        Utf8JsonWriter json, ImmutableArray<DecidedCase> cases, ImmutableArray<ImmutableArray<ExplainedClause>?> explanations)
    {
        if (cases.Length == 1)
        {
            Write(json, cases[0].Decision, explanations[0]);
            return;
        }

        json.WriteStartObject();
        json.WriteString("decision", WireNames.NameOf(OutcomeOrder.Strictest(cases.Select(c => c.Decision.Outcome))));
        json.WriteStartArray("cases");
        for (int i = 0; i < cases.Length; i++)
        {
            json.WriteStartObject();
            json.WriteStartObject("case");
            foreach (RawFact fact in cases[i].Facts)
            {
                JsonText.Array(json, fact.Attribute, fact.Values);
            }

            json.WriteEndObject();
            json.WritePropertyName("answer");
            Write(json, cases[i].Decision, explanations[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="json">Where to write.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="explanation">Why, part by part; null where nobody asked.</param>
    public static void Write(Utf8JsonWriter json, Decision decision, ImmutableArray<ExplainedClause>? explanation = null)
    {
        json.WriteStartObject();
        json.WriteString("decision", WireNames.NameOf(decision.Outcome));
        JsonText.Array(json, "applied", decision.Applied);
        json.WriteStartArray("defeated");
        foreach (DefeatedClause defeated in decision.Defeated)
        {
            json.WriteStartObject();
            json.WriteString("clause", defeated.Clause);
            json.WriteString("by", defeated.By);
            json.WriteString("principle", WireNames.NameOf(defeated.Principle));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Array(json, "duties", decision.Duties);
        json.WriteStartArray("waysToComply");
        foreach (CaseFacts way in decision.Ways.Where(w => w.Outcome == Outcome.Permitted).Select(w => w.Change))
        {
            JsonText.Facts(json, way);
        }

        json.WriteEndArray();
        if (!decision.WaysAreComplete)
        {
            json.WriteBoolean("waysAreComplete", false);
        }

        json.WriteStartArray("ways");
        foreach (ComplyingWay way in decision.Ways)
        {
            json.WriteStartObject();
            json.WritePropertyName("change");
            JsonText.Facts(json, way.Change);
            json.WriteString("outcome", WireNames.NameOf(way.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("otherGrounds");
        foreach (CaseFacts ground in decision.OtherGrounds)
        {
            JsonText.Facts(json, ground);
        }

        json.WriteEndArray();
        json.WritePropertyName("assumed");
        JsonText.Facts(json, new CaseFacts(decision.Assumed));
        WriteAdvice(json, decision);
        if (explanation is { } clauses)
        {
            WriteExplanation(json, clauses);
        }

        json.WriteEndObject();
    }

    private static void WriteAdvice(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("advice");
        foreach (Advice advice in decision.Advice)
        {
            json.WriteStartObject();
            json.WriteString("clause", advice.Clause);
            json.WriteString("kind", WireNames.NameOf(advice.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!decision.SoftDuties.IsEmpty)
        {
            JsonText.Array(json, "softDuties", decision.SoftDuties);
        }
    }

    private static void WriteExplanation(Utf8JsonWriter json, ImmutableArray<ExplainedClause> clauses)
    {
        json.WriteStartArray("explanation");
        foreach (ExplainedClause clause in clauses)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Clause.QualifiedName);
            json.WriteString("role", WireNames.NameOf(clause.Role));
            if (clause.DefeatedBy is { } by && clause.Principle is { } principle)
            {
                json.WriteString("by", by.QualifiedName);
                json.WriteString("principle", WireNames.NameOf(principle));
            }

            if (clause.Where is { } where)
            {
                json.WriteString("where", where.Written);
            }

            WriteParts(json, clause.Parts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, ImmutableArray<ExplainedPart> parts)
    {
        json.WriteStartArray("parts");
        foreach (ExplainedPart part in parts)
        {
            json.WriteStartObject();
            json.WriteString("text", part.Text);
            json.WriteBoolean("holds", part.Holds);
            JsonText.Place(json, part.Location);
            if (part.Parts.Length > 0)
            {
                WriteParts(json, part.Parts);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is said of a case that cannot occur: the assumption that rules it out, null where its clocks disagree.</summary>
    public static void WriteOutside(Utf8JsonWriter json, MissingCase missing)
    {
        json.WriteStartObject();
        json.WriteStartObject("outside");
        json.WriteString("assumption", missing.Assumption);
        json.WriteString("message", missing.Message);
        json.WriteEndObject();
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

using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>How two versions differ as JSON; the order of the keys is part of the contract.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, VersionComparison comparison)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("level", WireNames.NameOf(comparison.Level));
        WriteParts(json, comparison);
        json.WriteEndObject();
    }

    /// <summary>Clauses, conflicts and changes.</summary>
    public static void WriteParts(Utf8JsonWriter json, VersionComparison comparison)
    {
        json.WriteStartArray("clauses");
        foreach (ClauseChange clause in comparison.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Clause);
            json.WriteString("change", WireNames.NameOf(clause.Change));
            Some(json, "before", [.. clause.Before.Select(b => b.Written)]);
            Some(json, "after", [.. clause.After.Select(a => a.Written)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("conflicts");
        Write(json, comparison.Conflicts);
        WriteChanges(json, comparison.Changes);
        WriteUndecided(json, comparison.Undecided);
    }

    /// <summary>Conflicts that are gone, new and kept.</summary>
    public static void Write(Utf8JsonWriter json, ConflictDifference conflicts)
    {
        json.WriteStartObject();
        Write(json, "gone", conflicts.Gone);
        Write(json, "new", conflicts.New);
        json.WriteNumber("kept", conflicts.Kept);
        json.WriteEndObject();
    }

    /// <summary>What is not known because it is beyond the budget; no key where all is known.</summary>
    public static void WriteUndecided(Utf8JsonWriter json, ImmutableArray<Problem> undecided)
    {
        if (undecided.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("undecided");
        foreach (Problem problem in undecided)
        {
            json.WriteStartObject();
            json.WriteString("code", (problem.Limit ?? LimitDiagnostics.Unanswered).Code);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Each change of meaning.</summary>
    public static void WriteChanges(Utf8JsonWriter json, ImmutableArray<SemanticChange> changes)
    {
        json.WriteStartArray("changes");
        foreach (SemanticChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("kind", WireNames.NameOf(change.Kind));
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            JsonText.Array(json, "blocks", change.Blocks.Select(b => b.Written));
            json.WritePropertyName("case");
            JsonText.Facts(json, change.Case);
            JsonText.Array(json, "clauses", change.Clauses);
            Some(json, "parties", change.Parties);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An array of conflicts with their parties.</summary>
    public static void Write(Utf8JsonWriter json, string name, ImmutableArray<ConflictChange> changes)
    {
        json.WriteStartArray(name);
        foreach (ConflictChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("code", change.Conflict.Descriptor.Code);
            json.WriteString("kind", WireNames.NameOf(change.Conflict.Kind));
            JsonText.Array(json, "clauses", change.Conflict.Clauses);
            JsonText.Array(json, "parties", change.Parties);
            json.WritePropertyName("case");
            JsonText.Facts(json, change.Conflict.Witness);
            json.WriteString("message", change.Conflict.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Some(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            JsonText.Array(json, name, values);
        }
    }
}

using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>One conflict as JSON; the order of the keys is part of the contract.</summary>
internal static class ConflictJson
{
    public static void WriteAll(Utf8JsonWriter json, Report report, string name = "conflicts")
    {
        var groups = new Dictionary<Conflict, int>(ReferenceEqualityComparer.Instance);
        foreach (ConflictGroup group in report.Groups)
        {
            foreach (Conflict conflict in group.Conflicts)
            {
                groups.Add(conflict, group.Number);
            }
        }

        json.WriteStartArray(name);
        foreach (Conflict conflict in report.Conflicts)
        {
            Write(json, conflict, groups[conflict]);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Conflict conflict, int group)
    {
        json.WriteStartObject();
        json.WriteString("code", conflict.Descriptor.Code);
        json.WriteString("kind", WireNames.NameOf(conflict.Kind));
        json.WriteString("status", WireNames.NameOf(conflict.Status));
        json.WriteString("severity", WireNames.NameOf(conflict.Severity));
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
        if (!conflict.AvoidByIsComplete)
        {
            json.WriteBoolean("avoidByIsComplete", false);
        }

        json.WriteString("message", conflict.Message);
        WriteLocations(json, conflict.Locations);
        json.WriteNumber("group", group);
        JsonText.Days(json, "days", conflict.Days);
        WriteParties(json, conflict.Parties);
        WriteExcuses(json, conflict.Excuses);
        json.WriteEndObject();
    }

    private static void WriteParties(Utf8JsonWriter json, ImmutableArray<ConcernedParty> parties)
    {
        json.WriteStartArray("parties");
        foreach (ConcernedParty party in parties)
        {
            json.WriteStartObject();
            json.WriteString("party", party.Party);
            JsonText.Days(json, "days", party.Days);
            JsonText.Array(json, "owedTo", party.OwedTo);
            json.WritePropertyName("witness");
            JsonText.Facts(json, party.Witness);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExcuses(Utf8JsonWriter json, ImmutableArray<PossibleExcuse> excuses)
    {
        json.WriteStartArray("excuses");
        foreach (PossibleExcuse excuse in excuses)
        {
            json.WriteStartObject();
            json.WriteString("clause", excuse.Clause);
            JsonText.Array(json, "requires", excuse.Requires);
            json.WriteString("reach", excuse.IsWhole ? "whole" : "part");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResolution(Utf8JsonWriter json, Resolution? resolution)
    {
        if (resolution is null)
        {
            json.WriteNull("resolution");
            return;
        }

        json.WriteStartObject("resolution");
        WriteWinner(json, resolution);
        if (!resolution.Elsewhere.IsEmpty)
        {
            json.WriteStartArray("elsewhere");
            foreach (Resolution other in resolution.Elsewhere)
            {
                json.WriteStartObject();
                WriteWinner(json, other);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteWinner(Utf8JsonWriter json, Resolution resolution)
    {
        json.WriteString("by", WireNames.NameOf(resolution.By));
        json.WriteString("prevails", resolution.Prevails);
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

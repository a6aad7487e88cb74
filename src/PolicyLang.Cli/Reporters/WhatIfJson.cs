using System.Text.Json;
using PolicyLang.LanguageService;
using PolicyLang.Repairs.Hypotheses;

namespace PolicyLang.Cli.Reporters;

/// <summary>What a supposition means as JSON: the parties, then what <c>diff</c> tells; the order of the keys is part of the
/// contract.</summary>
internal static class WhatIfJson
{
    public static void Write(Utf8JsonWriter json, WhatIfAnswer answer)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("level", WireNames.NameOf(answer.Comparison.Level));
        json.WriteStartArray("parties");
        foreach (PartyOutlook party in answer.Parties)
        {
            json.WriteStartObject();
            json.WriteString("party", party.Party);
            Write(json, "breaches", "by", party.Breaches);
            JsonText.Array(json, "missing", party.Missing);
            Write(json, "gains", "from", party.Gains);
            Write(json, "losses", "from", party.Losses);
            WriteReservation(json, party.Reservation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ComparisonJson.Write(json, "others", answer.Others);
        ComparisonJson.WriteParts(json, answer.Comparison);
        json.WriteEndObject();
    }

    private static void WriteReservation(Utf8JsonWriter json, SmallestReservation? reservation)
    {
        if (reservation is null)
        {
            json.WriteNull("reservation");
            return;
        }

        json.WriteStartObject("reservation");
        JsonText.Array(json, "clauses", reservation.Clauses);
        Write(json, "price", "from", reservation.Price);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string of, ImmutableArray<OwedClause> clauses)
    {
        json.WriteStartArray(name);
        foreach (OwedClause clause in clauses)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Clause);
            JsonText.Array(json, of, clause.Of);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Repairs.Hypotheses;

namespace PolicyLang.Cli.Reporters;

/// <summary>What a supposition means, line by line, for people.</summary>
internal static class WhatIfWords
{
    /// <summary>The lines about a party; those that belong to the one before begin with blanks.</summary>
    public static IEnumerable<string> Lines(PartyOutlook party)
    {
        yield return party.Breaches.IsEmpty
            ? $"{party.Party}: no new breach"
            : $"{party.Party} would break {WireNames.Count(party.Breaches.Length, "clause")}: {Told(party.Breaches)}";
        if (!party.Missing.IsEmpty)
        {
            yield return $"{party.Party} would lack law for {CaseSentence.List(party.Missing, "and")}";
        }

        if (!party.Gains.IsEmpty)
        {
            yield return $"{party.Party} would be owed, by the others: {Told(party.Gains)}";
        }

        if (!party.Losses.IsEmpty)
        {
            yield return $"{party.Party} would no longer be owed: {Told(party.Losses)}";
        }

        if (party.Reservation is { } reservation)
        {
            yield return $"smallest reservation that leaves no breach: reserving {string.Join(", ", reservation.Clauses)} (tried)";
            yield return $"  price, because a reservation works both ways: "
                + (reservation.Price.IsEmpty ? "none" : $"no longer owed to {party.Party}: {Told(reservation.Price)}");
        }
        else if (!party.Breaches.IsEmpty)
        {
            yield return "no reservation was found that leaves no breach";
        }
    }

    /// <summary>What it means for the others.</summary>
    public static string Others(WhatIfAnswer answer)
    {
        string[] groups = [.. ConflictGrouping.Group(answer.Others.Select(c => c.Conflict)).Select(g => g.Headline)];
        return groups.Length == 0
            ? "others: no new conflict"
            : $"others: {WireNames.Count(answer.Others.Length, "new conflict")}: {string.Join("; ", groups)}";
    }

    private static string Told(ImmutableArray<OwedClause> clauses) =>
        string.Join("; ", clauses.Select(c => $"{c.Clause} by {CaseSentence.List(c.Of, "and")}"));
}

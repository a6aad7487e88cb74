using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Repairs.Hypotheses;

namespace PolicyLang.LanguageService.Wording;

/// <summary>What a supposition means, line by line, for people.</summary>
internal static class WhatIfWords
{
    /// <summary>The lines about a party; those that belong to the one before begin with blanks.</summary>
    public static IEnumerable<string> Lines(PartyOutlook party)
    {
        yield return party.Breaches.IsEmpty ? Breaches(party) : $"{Breaches(party)}: {Told(party.Breaches)}";
        foreach (string? line in new[] { Missing(party), Gains(party), Losses(party) })
        {
            if (line is not null)
            {
                yield return line;
            }
        }

        foreach (string line in Reserving(party))
        {
            yield return line;
        }
    }

    /// <summary>How many clauses its law would break.</summary>
    public static string Breaches(PartyOutlook party) => party.Breaches.IsEmpty
        ? $"{party.Party}: no new breach"
        : $"{party.Party} would break {WireNames.Count(party.Breaches.Length, "clause")}";

    /// <summary>The law that it would lack; null for none.</summary>
    public static string? Missing(PartyOutlook party) =>
        party.Missing.IsEmpty ? null : $"{party.Party} would lack law for {CaseSentence.List(party.Missing, "and")}";

    /// <summary>What it would be owed; null for nothing.</summary>
    public static string? Gains(PartyOutlook party) =>
        party.Gains.IsEmpty ? null : $"{party.Party} would be owed, by the others: {Told(party.Gains)}";

    /// <summary>What it would no longer be owed; null for nothing.</summary>
    public static string? Losses(PartyOutlook party) =>
        party.Losses.IsEmpty ? null : $"{party.Party} would no longer be owed: {Told(party.Losses)}";

    /// <summary>The smallest reservation, and below it its price; nothing where none is needed.</summary>
    public static IEnumerable<string> Reserving(PartyOutlook party)
    {
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

    /// <summary>One clause with whom it concerns: "DGF.Art2 by BR and EU".</summary>
    public static string Told(OwedClause clause) => $"{clause.Clause} by {CaseSentence.List(clause.Of, "and")}";

    private static string Told(ImmutableArray<OwedClause> clauses) => string.Join("; ", clauses.Select(Told));
}

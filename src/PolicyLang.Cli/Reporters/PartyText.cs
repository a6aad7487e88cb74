using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.Cli.Reporters;

/// <summary>The parties that a conflict concerns, for people: who, since when, and to whom something is owed.</summary>
internal static class PartyText
{
    private const int MostParties = 3;

    /// <summary>A line for each, the first ones; the others as a number.</summary>
    /// <param name="kind">The kind of the conflict, which says what it is for a party.</param>
    /// <param name="parties">The parties.</param>
    public static IEnumerable<string> Lines(ConflictKind kind, ImmutableArray<ConcernedParty> parties)
    {
        string lead = kind == ConflictKind.TreatyConflict ? "bound to both" : "in breach";
        foreach (ConcernedParty party in parties.Take(MostParties))
        {
            string days = string.Join(" and ", party.Days.Select(ComplianceWords.Days));
            yield return $"{lead}: {party.Party} {days}"
                + (party.OwedTo.IsEmpty ? string.Empty : $", towards {CaseSentence.List(party.OwedTo, "and")}");
        }

        if (parties.Length > MostParties)
        {
            yield return $"{lead}: and {parties.Length - MostParties} more";
        }
    }
}

using PolicyLang.Conflicts;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;

namespace PolicyLang.Analysis;

/// <summary>What became of a clause, or of what a party has adopted.</summary>
internal enum ClauseChangeKind
{
    Added,
    Removed,

    /// <summary>It speaks of fewer cases.</summary>
    Narrower,

    /// <summary>It speaks of more cases.</summary>
    Wider,

    /// <summary>It speaks of other cases, or says something else of them.</summary>
    Changed,

    /// <summary>Its words are others, and mean the same.</summary>
    Reworded,
}

/// <summary>What became of one clause.</summary>
/// <param name="Clause">Its qualified name; for a party, <c>party GH</c>.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Before">What it said that it does not say any more: kinds of cases, and claims of precedence.</param>
/// <param name="After">What it says that it did not say.</param>
internal sealed record ClauseChange(
    string Clause, ClauseChangeKind Change, ImmutableArray<CasesLine> Before, ImmutableArray<CasesLine> After);

/// <summary>A conflict that one version has for some parties and the other has not.</summary>
/// <param name="Conflict">The conflict.</param>
/// <param name="Parties">The parties for which it is gone or new; empty where it concerns none.</param>
internal sealed record ConflictChange(Conflict Conflict, ImmutableArray<string> Parties);

/// <summary>The open conflicts of two versions, matched by code, clauses and party.</summary>
/// <param name="Gone">Those of the old version alone.</param>
/// <param name="New">Those of the new version alone.</param>
/// <param name="Kept">How many are in both.</param>
internal sealed record ConflictDifference(ImmutableArray<ConflictChange> Gone, ImmutableArray<ConflictChange> New, int Kept)
{
    /// <summary>Compares conflicts by code, clauses and party, never by place.</summary>
    public static ConflictDifference Of(IEnumerable<Conflict> before, IEnumerable<Conflict> after)
    {
        Dictionary<string, Conflict> old = before.Where(c => c.IsOpen).ToDictionary(c => c.Fingerprint, StringComparer.Ordinal);
        Dictionary<string, Conflict> now = after.Where(c => c.IsOpen).ToDictionary(c => c.Fingerprint, StringComparer.Ordinal);
        return new ConflictDifference(
            [.. old.Values.Select(c => Beyond(c, now)).OfType<ConflictChange>()],
            [.. now.Values.Select(c => Beyond(c, old)).OfType<ConflictChange>()],
            old.Keys.Count(now.ContainsKey));
    }

    private static ConflictChange? Beyond(Conflict conflict, Dictionary<string, Conflict> others)
    {
        ImmutableArray<string> parties = [.. conflict.Parties.Select(p => p.Party)];
        if (!others.TryGetValue(conflict.Fingerprint, out Conflict? other))
        {
            return new ConflictChange(conflict, parties);
        }

        parties = [.. parties.Except(other.Parties.Select(p => p.Party))];
        return parties.IsEmpty ? null : new ConflictChange(conflict, parties);
    }
}

/// <summary>How two versions of the law differ: in their clauses, and in effect.</summary>
/// <param name="Level">What the new one means for those who keep to the old one.</param>
/// <param name="Clauses">The clauses and parties that are not the same, by name.</param>
/// <param name="Conflicts">The open conflicts.</param>
/// <param name="Changes">What is decided otherwise, the heaviest first.</param>
/// <param name="Undecided">What is not known because it is beyond the budget (PL9xxx); the level then is the highest.</param>
internal sealed record VersionComparison(
    ChangeLevel Level,
    ImmutableArray<ClauseChange> Clauses,
    ConflictDifference Conflicts,
    ImmutableArray<SemanticChange> Changes,
    ImmutableArray<Problem> Undecided);

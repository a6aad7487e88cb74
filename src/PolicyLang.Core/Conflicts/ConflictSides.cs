using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds the sides of a conflict.</summary>
internal static class ConflictSides
{
    /// <summary>The sides, that of the first rule first.</summary>
    public static ImmutableArray<ClauseSide> Find(ConflictCandidate candidate) =>
    [
        .. candidate.Rules.Select(r => r.Clause).Distinct()
            .GroupBy(c => Name(c, candidate))
            .Select(side => new ClauseSide(side.Key, [.. side.Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)])),
    ];

    // What a permission breaks is conduct that an instrument prohibits, and still the instrument is broken.
    private static string Name(ClauseSymbol clause, ConflictCandidate candidate) =>
        clause.Meaning?.LawModality is not null || (candidate.Nature == ConflictKind.TreatyBreach && ReferenceEquals(clause, candidate.Rules[0].Clause))
            ? clause.Framework.Name
            : clause.Framework.Authority?.Name ?? clause.Framework.Name;
}

using System.Diagnostics;
using PolicyLang.Decisions;

namespace PolicyLang.Conflicts;

/// <summary>The sentences that head groups of conflicts.</summary>
internal static class GroupTitles
{
    public static string Title(Conflict conflict)
    {
        string first = conflict.Sides[0].Name;
        string others = conflict.Sides.Length == 1
            ? first
            : CaseSentence.List([.. conflict.Sides.Skip(1).Select(s => s.Name).OrderBy(n => n, StringComparer.Ordinal)], "and");
        string prohibit = conflict.Sides.Length > 2 ? "prohibit" : "prohibits";
        return conflict.Kind switch
        {
            ConflictKind.Dilemma => $"{first} requires what {others} {prohibit}",
            ConflictKind.AvoidableDilemma => $"{first} requires what {others} {prohibit} in some ways of doing it",
            ConflictKind.Contradiction => $"{first} both permits and prohibits the same",
            ConflictKind.WaiverConflict => $"{first} requires what it says need not be done",
            ConflictKind.TreatyBreach => $"The law of {others} breaks {first}",
            ConflictKind.MissingTransposition =>
                $"{first} asks for law that {Parties(conflict)} {(conflict.Parties.Length > 1 ? "have" : "has")} not made",
            ConflictKind.UnlawfulPermission => $"{first} permits what {others} {prohibit}",
            ConflictKind.UnlawfulProhibition => $"{others} leaves no way of doing what {first} requires",
            ConflictKind.TreatyConflict =>
                $"{(conflict.Sides.Length == 1 ? $"Clauses of {first}" : $"{first} and {others}")} bind {Parties(conflict)} to laws that "
                + "exclude each other",
            ConflictKind.Tension =>
                conflict.Sides.Length == 1
                ? $"What {first} advises clashes with its own rules"
                : $"{first} clashes with {others}, where one of them only advises",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>For a policy that breaks the law of one order: which of its clauses have to yield.</summary>
    public static string? Help(ImmutableArray<Conflict> conflicts)
    {
        Conflict first = conflicts[0];
        if (!first.IsUnlawfulPolicy || first.Sides.Length != 2)
        {
            return null;
        }

        int policy = first.Kind == ConflictKind.UnlawfulPermission ? 0 : 1;
        string[] clauses = [.. conflicts.SelectMany(c => c.Sides[policy].Clauses).Distinct().OrderBy(n => n, StringComparer.Ordinal)];
        return $"Write 'subject to law of {first.Sides[1 - policy].Name}' in {CaseSentence.List(clauses, "and")}.";
    }

    private static string Parties(Conflict conflict) => conflict.Parties.IsEmpty ? "a party"
        : conflict.Parties.Length > 3 ? $"{conflict.Parties.Length} parties"
        : CaseSentence.List([.. conflict.Parties.Select(p => p.Party)], "and");
}

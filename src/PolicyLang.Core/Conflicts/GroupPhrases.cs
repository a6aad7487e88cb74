using PolicyLang.Conflicts.Kinds;
using PolicyLang.Decisions;

namespace PolicyLang.Conflicts;

/// <summary>Phrases that titles of groups share; each kind words its title, in <c>Kinds</c>.</summary>
internal static class GroupPhrases
{
    /// <summary>The title of a group that a conflict heads.</summary>
    public static string Title(Conflict conflict) => ConflictKinds.Get(conflict.Kind).Title(conflict);

    /// <summary>The first side.</summary>
    public static string First(Conflict conflict) => conflict.Sides[0].Name;

    /// <summary>The other sides; where all is within one order, that one.</summary>
    public static string Others(Conflict conflict) => conflict.Sides.Length == 1
        ? First(conflict)
        : CaseSentence.List([.. conflict.Sides.Skip(1).Select(s => s.Name).OrderBy(n => n, StringComparer.Ordinal)], "and");

    /// <summary>The verb of the other sides.</summary>
    public static string Prohibit(Conflict conflict) => conflict.Sides.Length > 2 ? "prohibit" : "prohibits";

    /// <summary>The parties that it concerns; many by their number.</summary>
    public static string Parties(Conflict conflict) => conflict.Parties.IsEmpty ? "a party"
        : conflict.Parties.Length > 3 ? $"{conflict.Parties.Length} parties"
        : CaseSentence.List([.. conflict.Parties.Select(p => p.Party)], "and");

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
}

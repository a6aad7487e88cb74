using System.Runtime.CompilerServices;

namespace PolicyLang.Conflicts;

/// <summary>Puts conflicts into groups: by kind, sides and parties.</summary>
internal static class ConflictGrouping
{
    // While somebody types, nearly all conflicts are those of before.
    private static readonly ConditionalWeakTable<Conflict, string> Keys = new();

    /// <summary>The groups, heaviest first: by severity, then by the number of conflicts, then by title.</summary>
    /// <param name="conflicts">The conflicts, in the order in which those of one severity are shown.</param>
    public static ImmutableArray<ConflictGroup> Group(IEnumerable<Conflict> conflicts) =>
    [
        .. conflicts.GroupBy(c => Keys.GetValue(c, Key), StringComparer.Ordinal)
            .Select(g => new ConflictGroup(0, GroupPhrases.Title(g.First()), [.. g.OrderByDescending(c => c.Severity)]))
            .OrderByDescending(g => g.Severity).ThenByDescending(g => g.Conflicts.Length).ThenBy(g => g.Title, StringComparer.Ordinal)
            .Select((group, number) => group with { Number = number + 1 }),
    ];

    // Which side comes first makes another sentence, so that it parts groups, too.
    private static string Key(Conflict conflict) =>
        $"{conflict.Kind}|{conflict.Status is ConflictStatus.Acknowledged or ConflictStatus.Ended}|{string.Join("+", Names(conflict))}"
            + $"|{string.Join("+", conflict.Parties.Select(p => p.Party))}";

    private static IEnumerable<string> Names(Conflict conflict) =>
        conflict.Sides.Select(s => s.Name).Take(1)
        .Concat(conflict.Sides.Skip(1).Select(s => s.Name).OrderBy(n => n, StringComparer.Ordinal));
}

using PolicyLang.Conflicts;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Commands;

/// <summary>Which conflicts a run shows.</summary>
/// <param name="Between">Sides, each the names of frameworks and clauses; a conflict must involve each side. Empty for all.</param>
/// <param name="Kinds">Kinds as output writes them, or their codes; empty for all.</param>
/// <param name="All">Whether resolved and acknowledged ones are shown too.</param>
internal sealed record ConflictFilter(ImmutableArray<ImmutableArray<string>> Between, ImmutableArray<string> Kinds, bool All)
{
    /// <summary>The frameworks whose law alone counts: all clauses of a conflict have to be theirs. Empty for all.</summary>
    public ImmutableArray<string> Under { get; init; } = [];

    public bool Shows(Conflict conflict) =>
        (All || conflict.IsOpen)
        && (Kinds.Length == 0 || Kinds.Contains(WireNames.NameOf(conflict.Kind)) || Kinds.Contains(conflict.Descriptor.Code))
        && (Under.IsEmpty || conflict.Clauses.All(clause => Under.Any(name => Names(name, clause))))
        && Between.All(side => conflict.Clauses.Any(clause => side.Any(name => Names(name, clause))));

    /// <summary>Whether a name is the clause or its framework.</summary>
    public static bool Names(string name, string clause) =>
        clause == name || clause.StartsWith(name + ".", StringComparison.Ordinal);
}

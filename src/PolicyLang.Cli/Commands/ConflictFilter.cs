using PolicyLang.Conflicts;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Commands;

/// <summary>Which conflicts a run shows.</summary>
/// <param name="Between">Sides, each the names of frameworks and clauses; a conflict must involve each side. Empty for all.</param>
/// <param name="Kinds">Kinds as output writes them; empty for all.</param>
/// <param name="All">Whether resolved and acknowledged ones are shown too.</param>
internal sealed record ConflictFilter(ImmutableArray<ImmutableArray<string>> Between, ImmutableArray<string> Kinds, bool All)
{
    public bool Shows(Conflict conflict) =>
        (All || conflict.IsOpen)
        && (Kinds.Length == 0 || Kinds.Contains(WireNames.NameOf(conflict.Kind)))
        && Between.All(side => conflict.Clauses.Any(clause => side.Any(name => Names(name, clause))));

    /// <summary>Whether a name is the clause or its framework.</summary>
    public static bool Names(string name, string clause) =>
        clause == name || clause.StartsWith(name + ".", StringComparison.Ordinal);
}

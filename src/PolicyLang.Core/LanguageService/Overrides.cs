using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A clause that stands above or below another, and why.</summary>
/// <param name="Clause">The other clause.</param>
/// <param name="Why">The principle, and the words that say so where there are some.</param>
/// <param name="Claim">Where it is said; null where it follows from rank, region or date.</param>
internal sealed record Override(ClauseSymbol Clause, string Why, Location? Claim);

/// <summary>One clause that prevails over another somewhere, and why.</summary>
/// <param name="Upper">The clause that prevails.</param>
/// <param name="Lower">The clause that yields.</param>
/// <param name="By">The principle.</param>
/// <param name="Said">The words of a clause that say so; null where it follows from rank, region or date.</param>
internal sealed record Overriding(ClauseSymbol Upper, ClauseSymbol Lower, Principle By, string? Said);

/// <summary>The calls of law: which clauses prevail over a clause, and over which it prevails.</summary>
internal static class Overrides
{
    /// <summary>The clause named at a place; null where none is.</summary>
    public static ClauseSymbol? ClauseAt(Workspace workspace, string file, int offset) =>
        Navigation.ReferenceAt(workspace, file, offset)?.Symbol as ClauseSymbol
        ?? workspace.Model.Clauses.FirstOrDefault(c => c.Location.File == file && c.Whole.Span.Touches(offset));

    /// <summary>What the clauses themselves say about who prevails over a clause.</summary>
    public static IEnumerable<Override> SaidAbove(SemanticModel model, ClauseSymbol clause) =>
        model.Precedence.Where(e => ReferenceEquals(e.Lower, clause)).Select(e => new Override(e.Upper, Explicit(e), e.Claim.Location));

    /// <summary>What the clauses themselves say about over whom a clause prevails.</summary>
    public static IEnumerable<Override> SaidBelow(SemanticModel model, ClauseSymbol clause) =>
        model.Precedence.Where(e => ReferenceEquals(e.Upper, clause)).Select(e => new Override(e.Lower, Explicit(e), e.Claim.Location));

    /// <summary>Everything that prevails over a clause somewhere, by whatever principle.</summary>
    public static ImmutableArray<Override> Above(Workspace workspace, ClauseSymbol clause, CancellationToken cancellation) =>
        Distinct(SaidAbove(workspace.Model, clause).Concat(Resolved(workspace, clause, cancellation)
            .Where(c => c.Resolution?.Prevails != clause.QualifiedName)
            .SelectMany(c => Others(workspace, c, [c.Resolution?.Prevails ?? string.Empty]))));

    /// <summary>Everything over which a clause prevails somewhere.</summary>
    public static ImmutableArray<Override> Below(Workspace workspace, ClauseSymbol clause, CancellationToken cancellation) =>
        Distinct(SaidBelow(workspace.Model, clause).Concat(Resolved(workspace, clause, cancellation)
            .Where(c => c.Resolution?.Prevails == clause.QualifiedName)
            .SelectMany(c => Others(workspace, c, c.Clauses.Where(name => name != clause.QualifiedName)))));

    /// <summary>Every pair of clauses of which one prevails over the other somewhere, each once, by names.</summary>
    public static ImmutableArray<Overriding> All(Workspace workspace, CancellationToken cancellation = default)
    {
        ILookup<string, ClauseSymbol> clauses = workspace.Model.Clauses.ToLookup(c => c.QualifiedName, StringComparer.Ordinal);
        IEnumerable<Overriding> said = workspace.Model.Precedence
            .Select(e => new Overriding(e.Upper, e.Lower, Principle.Explicit, Words(e)));
        IEnumerable<Overriding> resolved =
            from conflict in workspace.GetConflicts(cancellation)
            where conflict.Resolution is { By: not Principle.Explicit }
            from upper in clauses[conflict.Resolution?.Prevails ?? string.Empty]
            from lower in conflict.Clauses.Where(name => name != upper.QualifiedName).SelectMany(name => clauses[name])
            select new Overriding(upper, lower, conflict.Resolution?.By ?? Principle.Explicit, null);
        return
        [
            .. said.Concat(resolved).GroupBy(o => (o.Upper.QualifiedName, o.Lower.QualifiedName)).Select(g => g.First())
                .OrderBy(o => o.Upper.QualifiedName, StringComparer.Ordinal)
                .ThenBy(o => o.Lower.QualifiedName, StringComparer.Ordinal),
        ];
    }

    private static string Explicit(PrecedenceEdge edge) => $"{WireNames.NameOf(Principle.Explicit)}: {Words(edge)}";

    private static string Words(PrecedenceEdge edge) => $"{WordsOf(edge.Claim.Relation)} {edge.Claim.Target}";

    /// <summary>The words with which the language says how a clause relates to what it names.</summary>
    internal static string WordsOf(NameListKind relation) => relation switch
    {
        NameListKind.Notifying => "notifying",
        NameListKind.ApprovedBy => "approved by",
        NameListKind.SubjectTo => "subject to",
        NameListKind.PrevailsOver => "prevails over",
        NameListKind.Notwithstanding => "notwithstanding",
        NameListKind.Invoking => "invoking",
        NameListKind.ExemptFrom => "exempt from",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Conflict> Resolved(Workspace workspace, ClauseSymbol clause, CancellationToken cancellation) =>
        workspace.GetConflicts(cancellation)
            .Where(c => c.Resolution is { By: not Principle.Explicit } && c.Clauses.Contains(clause.QualifiedName));

    private static IEnumerable<Override> Others(Workspace workspace, Conflict conflict, IEnumerable<string> names) =>
        from name in names
        from other in workspace.Model.Clauses
        where other.QualifiedName == name
        select new Override(other, conflict.Resolution is { } resolution ? WireNames.NameOf(resolution.By) : string.Empty, null);

    private static ImmutableArray<Override> Distinct(IEnumerable<Override> all) =>
        [.. all.GroupBy(o => o.Clause.QualifiedName, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.First())];
}

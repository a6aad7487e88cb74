using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>A broader or narrower term, and since when.</summary>
/// <param name="Term">A node, a taxonomy or a bloc.</param>
/// <param name="Detail">Its title, or the days of a membership.</param>
internal sealed record RelatedTerm(Symbol Term, string Detail);

/// <summary>The kinds of things: taxonomies, and blocs with their members on a day.</summary>
internal static class Hierarchies
{
    /// <summary>The broader terms: the parent, and for a jurisdiction the blocs that it belongs to.</summary>
    /// <param name="model">The model.</param>
    /// <param name="term">A node or a bloc.</param>
    /// <param name="day">The day of memberships; null for all days.</param>
    public static ImmutableArray<RelatedTerm> Above(SemanticModel model, Symbol term, CalendarDay? day) => term switch
    {
        NodeSymbol { Taxonomy.IsJurisdictions: true } place =>
        [
            .. place.Parents.Select(Term),
            .. model.Blocs.SelectMany(
                b => Direct(b, day).Where(m => ReferenceEquals(m.Place, place)).Take(1).Select(m => new RelatedTerm(b, Days(m)))),
        ],
        NodeSymbol node =>
            [.. node.Parents.Select(Term),
            .. node.Parent is null
            ? [new RelatedTerm(node.Taxonomy, node.Taxonomy.Title ?? node.Taxonomy.Kind)]
            : Array.Empty<RelatedTerm>()],
        BlocSymbol bloc =>
            [.. model.Blocs.SelectMany(
            b => Direct(b, day).Where(m => ReferenceEquals(m.Place, bloc)).Take(1).Select(m => new RelatedTerm(b, Days(m))))],
        _ => [],
    };

    /// <summary>The narrower terms: children, and for a bloc its members.</summary>
    public static ImmutableArray<RelatedTerm> Below(SemanticModel model, Symbol term, CalendarDay? day) => term switch
    {
        NodeSymbol node => [.. node.Children.Select(Term)],
        TaxonomySymbol taxonomy => [.. taxonomy.Roots.Select(Term)],
        BlocSymbol bloc => [.. Direct(bloc, day).GroupBy(m => m.Place).Select(g => new RelatedTerm(g.Key, Days(g.First())))],
        _ => [],
    };

    /// <summary>Whether a symbol has a place in a hierarchy.</summary>
    public static bool Has(Symbol symbol) => symbol is NodeSymbol or TaxonomySymbol or BlocSymbol;

    private static RelatedTerm Term(NodeSymbol node) => new(node, node.Title ?? node.Kind);

    private static IEnumerable<BlocMember> Direct(BlocSymbol bloc, CalendarDay? day) => bloc.Members.Where(m =>
        bloc.Except.All(e => !ReferenceEquals(e, m.Place))
            && (day is not { } on || ((m.Since is not { } since || on >= since) && (m.Until is not { } until || on <= until))));

    private static string Days(BlocMember member) =>
        $"{(member.Since is { } since ? $"since {since}" : "from the beginning")}"
            + $"{(member.Until is { } until ? $" until {until}" : string.Empty)}"
            + $"{(member.When is null ? string.Empty : ", under a condition")}";
}

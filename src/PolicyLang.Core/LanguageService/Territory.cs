using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>Which jurisdictions words for places stand for on a day.</summary>
internal static class Territory
{
    /// <summary>The members of a bloc in order of their names; without a day, of any day.</summary>
    public static ImmutableArray<MembershipPeriod> Members(BlocSymbol bloc, CalendarDay? day) =>
        [.. BlocMembership.PeriodsOf(bloc).Where(p => day is not { } on || p.Covers(on)).GroupBy(p => p.Place)
            .Select(g => g.FirstOrDefault(p => !p.IsConditional) ?? g.First()).OrderBy(p => p.Place.Name, StringComparer.Ordinal)];

    /// <summary>The jurisdictions of a set of places.</summary>
    public static HashSet<NodeSymbol> PlacesOf(BoundSet? set, SemanticModel model, CalendarDay? day)
    {
        switch (set)
        {
            case BoundAnySet:
                return [.. model.Jurisdictions.Nodes];
            case BoundListSet list:
                var members = new HashSet<NodeSymbol>(list.Members.SelectMany(m => PlacesOf(m, model, day)));
                HashSet<NodeSymbol> places = list.Outside ? [.. model.Jurisdictions.Nodes.Where(n => !members.Contains(n))] : members;
                places.ExceptWith(list.Except.SelectMany(m => PlacesOf(m, model, day)));
                return places;
            default:
                return [];
        }
    }

    /// <summary>How many jurisdictions lie outside of some places on a day.</summary>
    public static int Outside(IEnumerable<Symbol> places, SemanticModel model, CalendarDay? day)
    {
        var inside = new HashSet<NodeSymbol>(places.SelectMany(p => PlacesOf(p, model, day)));
        return model.Jurisdictions.Nodes.Count(n => !inside.Contains(n));
    }

    private static IEnumerable<NodeSymbol> PlacesOf(Symbol place, SemanticModel model, CalendarDay? day) => place switch
    {
        NodeSymbol node => Below(node),
        BlocSymbol bloc => Members(bloc, day).SelectMany(p => Below(p.Place)),
        DefineSymbol { Set: { } set } => PlacesOf(set, model, day),
        _ => [],
    };

    private static IEnumerable<NodeSymbol> Below(NodeSymbol node) => node.Taxonomy.Nodes.Where(n => n.IsWithin(node));
}

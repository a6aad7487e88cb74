using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>What names of places and of kinds of data mean to a new project.</summary>
internal static class Places
{
    /// <summary>A jurisdiction that stands for a place: itself, or the first member of a bloc on a day; null where there is none.</summary>
    public static string? One(SemanticModel model, string place, CalendarDay day) => Members(model, place, day).FirstOrDefault()?.Name;

    /// <summary>Whether a jurisdiction belongs to a place on a day.</summary>
    public static bool Has(SemanticModel model, string place, string jurisdiction, CalendarDay day) =>
        Members(model, place, day).Any(m => m.Name == jurisdiction);

    /// <summary>Kinds of data without those that others have in them.</summary>
    public static ImmutableArray<string> Outermost(ImmutableArray<string> names, SemanticModel model)
    {
        NodeSymbol[] nodes =
            [.. names.Distinct().Select(model.Taxonomies[BuiltInAttributes.Data].Find).OfType<NodeSymbol>()];
        return [.. nodes.Where(n => !nodes.Any(o => !ReferenceEquals(o, n) && n.IsWithin(o))).Select(n => n.Name)];
    }

    /// <summary>Places without those that lie in others on a day.</summary>
    public static ImmutableArray<string> Outermost(ImmutableArray<string> names, SemanticModel model, CalendarDay day)
    {
        (string Name, HashSet<NodeSymbol> Members)[] places =
            [.. names.Distinct().Select(n => (n, new HashSet<NodeSymbol>(Members(model, n, day))))];
        return [.. places.Where(p => !places.Any(o => o.Name != p.Name && p.Members.IsProperSubsetOf(o.Members))).Select(p => p.Name)];
    }

    private static IEnumerable<NodeSymbol> Members(SemanticModel model, string place, CalendarDay day) =>
        Viewpoints.Find(model, place) switch
        {
            NodeSymbol node => [node],
            BlocSymbol bloc => BlocMembership.PeriodsOf(bloc).Where(p => p.Covers(day) && !p.IsConditional).Select(p => p.Place),
            _ => [],
        };
}

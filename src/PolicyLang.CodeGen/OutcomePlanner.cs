using PolicyLang.CodeGen.Tables;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen;

/// <summary>Makes the diagrams of outcomes: one for all legal orders if it stays small, else one for each order, else one for each rule.</summary>
internal sealed class OutcomePlanner(RuleBook book, DiagramStore store, ImmutableArray<Symbol> orders)
{
    /// <summary>Nodes that one diagram may take before a finer one is used.</summary>
    public const int MostNodes = 50_000;

    // The runtime's OutcomeTable names them.
    private const int Prohibits = 1;
    private const int Permits = 2;
    private const int Obliges = 4;
    private const int Conflicts = 8;

    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>The outcome of some rules.</summary>
    public PlannedOutcome Plan(IReadOnlyList<Rule> rules)
    {
        List<OrderRegions> byOrder;
        try
        {
            _regions.BeginWork();
            byOrder = [.. rules.GroupBy(r => r.Order).Select(Regions)];
            if (Combined(byOrder) is { } combined)
            {
                return new PlannedOutcome([combined], [0]);
            }
        }
        catch (RegionBudgetException)
        {
            byOrder = [];
        }
        finally
        {
            _regions.EndWork();
        }

        IEnumerable<(DiagramNode Root, int Order)> parts = byOrder.Count > 0
            ? byOrder.SelectMany(o => Single(o) is { } single ? [(single, o.Order)] : Each(o.Rules))
            : rules.GroupBy(r => r.Order).SelectMany(Each);
        ImmutableArray<(DiagramNode Root, int Order)> all = [.. parts];
        return new PlannedOutcome([.. all.Select(p => p.Root)], [.. all.Select(p => p.Order)]);
    }

    private OrderRegions Regions(IGrouping<Symbol, Rule> order) => new(
        orders.IndexOf(order.Key),
        [.. order],
        Union(order, RuleModality.Prohibition),
        Union(order, RuleModality.Permission),
        Union(order, RuleModality.Obligation));

    private Region Union(IEnumerable<Rule> rules, RuleModality modality) =>
        _regions.Union([.. rules.Where(r => r.Modality == modality).Select(book.Standing)]);

    private DiagramNode? Combined(List<OrderRegions> byOrder)
    {
        Region prohibited = _regions.Union([.. byOrder.Select(o => o.Prohibited)]);
        Region obliged = _regions.Union([.. byOrder.Select(o => o.Obliged)]);
        Region permitted = _regions.Or(obliged, _regions.Union([.. byOrder.Select(o => o.Permitted)]));
        Region inside = _regions.Union([.. byOrder.Select(o => _regions.And(o.Prohibited, _regions.Or(o.Permitted, o.Obliged)))]);
        Region conflicting = _regions.Or(inside, _regions.And(prohibited, obliged));
        return store.Combine([conflicting, prohibited, permitted], holds => holds[0] ? Conflicts : holds[1] ? Prohibits : holds[2] ? Permits : 0, MostNodes);
    }

    private DiagramNode? Single(OrderRegions order) => store.Combine(
        [order.Prohibited, order.Permitted, order.Obliged],
        holds => holds[0] ? (holds[1] || holds[2] ? Conflicts : Prohibits) : holds[2] ? Obliges : holds[1] ? Permits : 0,
        MostNodes);

    private IEnumerable<(DiagramNode Root, int Order)> Each(IEnumerable<Rule> rules) =>
        rules.Select(r => (store.Combine([book.Standing(r)], holds => holds[0] ? EffectOf(r) : 0, int.MaxValue) ?? store.Of(_regions.Empty), orders.IndexOf(r.Order)));

    private static int EffectOf(Rule rule) => rule.Modality switch
    {
        RuleModality.Prohibition => Prohibits,
        RuleModality.Permission => Permits,
        _ => Obliges,
    };

    private sealed record OrderRegions(int Order, ImmutableArray<Rule> Rules, Region Prohibited, Region Permitted, Region Obliged);
}

using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>In which cases one rule prevails over another, principle by principle.</summary>
public sealed class Precedences(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly HashSet<(ClauseSymbol Upper, ClauseSymbol Lower)> _explicit = [.. model.Precedence.Select(e => (e.Upper, e.Lower))];
    private readonly Dictionary<(Symbol Upper, Symbol Lower), Region> _above = [];

    /// <summary>The principles, strongest first.</summary>
    public ImmutableArray<Principle> Principles => model.Principles;

    /// <summary>The cases in which <paramref name="upper"/> prevails over <paramref name="lower"/>, an opposing rule, by a principle.</summary>
    public Region Cases(Principle principle, Rule upper, Rule lower)
    {
        // What only should be done takes nothing from what is law.
        if (upper.IsSoft && !lower.IsSoft)
        {
            return _regions.Empty;
        }

        if (principle == Principle.Explicit)
        {
            return _explicit.Contains((upper.Clause, lower.Clause)) ? _regions.Full : _regions.Empty;
        }

        // An exemption reaches only what it names; a weak permission never a prohibition of its own order.
        if (upper.Modality == RuleModality.Exemption || (upper.IsWeak && ReferenceEquals(upper.Order, lower.Order)))
        {
            return _regions.Empty;
        }

        return principle switch
        {
            Principle.Superior => Superior(upper, lower),
            Principle.Specialis => When(IsMoreSpecial(upper, lower)),
            _ => When(IsLater(upper, lower)),
        };
    }

    private Region When(bool holds) => holds ? _regions.Full : _regions.Empty;

    private Region Superior(Rule upper, Rule lower)
    {
        if (ReferenceEquals(upper.Order, lower.Order))
        {
            return When(upper.Rank < lower.Rank);
        }

        // What another order permits or waives lifts nothing.
        return upper.Modality is RuleModality.Permission or RuleModality.Waiver ? _regions.Empty : Above(upper.Order, lower.Order);
    }

    /// <summary>The cases in which one legal order stands above another: membership of a supranational bloc depends on the date.</summary>
    public Region Above(Symbol upper, Symbol lower)
    {
        if (!_above.TryGetValue((upper, lower), out Region? region))
        {
            region = lower switch
            {
                NodeSymbol place when upper is BlocSymbol { Supranational: true } bloc => compiler.Contains(bloc, place.Index),
                OrganisationSymbol organisation => _regions.Union(LegalOrders.Above(organisation)
                    .Select(order => ReferenceEquals(order, upper) ? _regions.Full : order is OrganisationSymbol ? _regions.Empty : Above(upper, order)).ToList()),
                _ => _regions.Empty,
            };
            _above.Add((upper, lower), region);
        }

        return region;
    }

    private bool IsMoreSpecial(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order) && upper.Rank == lower.Rank
        && !ReferenceEquals(upper.Timeless, lower.Timeless) && _regions.Contains(lower.Timeless, upper.Timeless);

    private static bool IsLater(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order)
        && (ReferenceEquals(upper.Clause.Framework, lower.Clause.Framework) || upper.Clause.Framework.Replaces.Contains(lower.Clause.Framework))
        && Start(upper) > Start(lower);

    private static Text.CalendarDay Start(Rule rule) => rule.Clause.Force.Min(r => r.From);
}

using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>In which cases one rule prevails over another, principle by principle.</summary>
/// <param name="rules">The rules.</param>
/// <param name="claims">What clauses say of each other.</param>
/// <param name="excuses">The cases in which a guarantee does not stand against a measure.</param>
internal sealed class Precedences(LoweredRules rules, ExplicitClaims claims, Excuses excuses)
{
    private readonly RegionSpace _regions = rules.Regions;
    private readonly RegionMemo<(Symbol Upper, Symbol Lower), Region> _above = new(rules.Regions);

    /// <summary>The steps in which rules fall, in order.</summary>
    public ImmutableArray<SettlementStep> Steps { get; } =
    [
        .. Enumerable.Range(0, rules.All.Any(r => r.IsLawMaking) ? rules.Model.OrderPrinciples.Rounds : 0).Select(round => (true, round))
            .Concat(Enumerable.Range(0, rules.Model.OrderPrinciples.Rounds).Select(round => (false, round)))
            .Select((step, number) => new SettlementStep(number, step.Item1, step.round)),
    ];

    /// <summary>Whether the law of one order strikes down that of another where it stands above it.</summary>
    public bool UsesSuperior => rules.Model.OrderPrinciples.Workspace.Contains(Principle.Superior);

    /// <summary>The cases in which a guarantee does not stand against a measure.</summary>
    public Excuses Excuses => excuses;

    /// <summary>The principle by which one rule may prevail over another in a step; null where there is none.</summary>
    public Principle? PrincipleIn(SettlementStep step, Rule upper, Rule lower) =>
        lower.IsLawMaking == step.LawMaking ? rules.Model.OrderPrinciples.PrincipleInRound(step.Round, upper.Order, lower.Order) : null;

    /// <summary>The cases in which one rule prevails over an opposing one in a step.</summary>
    public Region Cases(SettlementStep step, Rule upper, Rule lower) => Cases(step, upper, lower, Hierarchy.Full);

    public Region Cases(SettlementStep step, Rule upper, Rule lower, Hierarchy hierarchy) =>
        PrincipleIn(step, upper, lower) is { } principle ? Cases(principle, upper, lower, hierarchy) : _regions.Empty;

    /// <summary>The cases in which <paramref name="upper"/> prevails over <paramref name="lower"/>, an opposing rule, by a
    /// principle.</summary>
    public Region Cases(Principle principle, Rule upper, Rule lower) => Cases(principle, upper, lower, Hierarchy.Full);

    public Region Cases(Principle principle, Rule upper, Rule lower, Hierarchy hierarchy)
    {
        Region cases = CasesUnexcused(principle, upper, lower, hierarchy);
        return !cases.IsEmpty && upper.IsGuarantee && !lower.IsLawMaking ? _regions.Difference(cases, excuses.Cases(upper, lower)) : cases;
    }

    private Region CasesUnexcused(Principle principle, Rule upper, Rule lower, Hierarchy hierarchy)
    {
        // No rule of conduct makes a law-making one fall, and no draft what is law.
        if ((lower.IsLawMaking && !upper.IsLawMaking) || (upper.IsDraft && !lower.IsDraft))
        {
            return _regions.Empty;
        }

        // What only should be done takes nothing from what is law.
        if (upper.IsSoft && !lower.IsSoft)
        {
            return _regions.Empty;
        }

        if (principle == Principle.Explicit)
        {
            return claims.Yields(lower.Clause, upper.Clause)
                || (claims.Claims(upper.Clause, lower.Clause) && ReferenceEquals(upper.Order, lower.Order)) ? _regions.Full
                : claims.Claims(upper.Clause, lower.Clause) ? Above(upper.Order, lower.Order)
                : _regions.Empty;
        }

        // A treaty's guarantees and duties collide unless one states that it yields.
        if (OpposingModalities.AreTreatyPair(upper.Modality, lower.Modality))
        {
            return _regions.Empty;
        }

        // An exemption reaches what it names; a weak permission never its own order's prohibition.
        if (upper.Modality == RuleModality.Exemption || (upper.IsWeak && ReferenceEquals(upper.Order, lower.Order)))
        {
            return _regions.Empty;
        }

        return principle switch
        {
            Principle.Superior =>
                hierarchy == Hierarchy.WithinOrders && (upper.IsGuarantee || !ReferenceEquals(upper.Order, lower.Order))
                ? _regions.Empty
                : Superior(upper, lower),
            Principle.Specialis => When(IsMoreSpecial(upper, lower)),
            Principle.Posterior => When(IsLater(upper, lower)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Whether one rule might prevail over an opposing one by some principle, as far as that can be said without their
    /// regions.</summary>
    public bool MayPrevail(Rule upper, Rule lower) =>
        (!upper.IsSoft || lower.IsSoft)
        && (ReferenceEquals(upper.Order, lower.Order)
            || claims.Yields(lower.Clause, upper.Clause)
            || claims.Claims(upper.Clause, lower.Clause)
            || !Superior(upper, lower).IsEmpty);

    private Region When(bool holds) => holds ? _regions.Full : _regions.Empty;

    private Region Superior(Rule upper, Rule lower)
    {
        if (ReferenceEquals(upper.Order, lower.Order))
        {
            return When(upper.Rank < lower.Rank);
        }

        // What merely permits reaches no other order.
        bool reaches = upper.IsGuarantee || upper.Modality is RuleModality.Prohibition or RuleModality.Obligation;
        return reaches ? Above(upper.Order, lower.Order) : _regions.Empty;
    }

    /// <summary>The cases in which one legal order stands above another: membership of a supranational bloc depends on the date.</summary>
    public Region Above(Symbol upper, Symbol lower)
    {
        if (!_above.TryGetValue((upper, lower), out Region? region))
        {
            region = lower switch
            {
                NodeSymbol place when upper is BlocSymbol { Supranational: true } bloc => rules.Compiler.Contains(bloc, place.Index),
                OrganisationSymbol organisation => _regions.Union(LegalOrders.Above(organisation)
                    .Select(order => ReferenceEquals(order, upper)
                        ? _regions.Full
                        : order is OrganisationSymbol ? _regions.Empty : Above(upper, order)).ToList()),
                _ => _regions.Empty,
            };
            _above.Set((upper, lower), region);
        }

        return region;
    }

    private bool IsMoreSpecial(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order) && upper.Rank == lower.Rank
        && !ReferenceEquals(upper.Timeless, lower.Timeless) && _regions.Contains(lower.Timeless, upper.Timeless);

    private static bool IsLater(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order)
        && (ReferenceEquals(upper.Clause.Framework, lower.Clause.Framework)
            || upper.Clause.Framework.Replaces.Contains(lower.Clause.Framework))
        && Start(upper) is { } start && start > Start(lower);

    // Null for a clause that is in force on no day.
    private static Text.CalendarDay? Start(Rule rule) => rule.Clause.Force.Select(r => (Text.CalendarDay?)r.From).Min();
}

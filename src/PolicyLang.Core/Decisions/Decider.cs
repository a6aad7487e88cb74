using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Decisions;

/// <summary>Answers what the law says of a case.</summary>
internal sealed class Decider(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseEvaluator _point = new(book);
    private readonly WaysToComply _ways = new(book);
    private readonly CaseWriter _writer = new(book.Space);

    /// <summary>The decision, with what the answer rests on and on which other grounds the act would be lawful.</summary>
    /// <param name="values">A value for each variable of the case space.</param>
    /// <param name="stated">The names of the attributes and clocks that the case states.</param>
    public Decision Decide(long[] values, ISet<string> stated)
    {
        Decision decision = Decide(values);
        FoundWays grounds = decision.Outcome is Outcome.Prohibited or Outcome.Conflicting
            ? _ways.FindGrounds(values, stated)
            : new FoundWays([], true);
        var assumed = new AssumedAttributes(book);
        ISet<string> rests = assumed.Find(values, stated, decision.Outcome);
        return decision with
        {
            Grounds = grounds.All,
            Assumed = _writer.WriteOnly(values, rests.Contains),
            GroundsAreComplete = grounds.AreComplete && assumed.IsComplete,
        };
    }

    /// <param name="values">A value for each variable of the case space.</param>
    public Decision Decide(long[] values)
    {
        Decision decision = DecideWithoutWays(values);
        if (decision.Outcome is not (Outcome.Prohibited or Outcome.Conflicting))
        {
            return decision;
        }

        FoundWays ways = _ways.Find(values);
        return decision with { Ways = ways.All, WaysAreComplete = ways.AreComplete };
    }

    /// <summary>The decision without ways to comply, which take most of the time.</summary>
    /// <param name="values">A value for each variable of the case space.</param>
    public Decision DecideWithoutWays(long[] values)
    {
        ImmutableArray<CaseEvaluator.Application> all = Bearing(values);
        ImmutableArray<CaseEvaluator.Application> applied = all.RemoveAll(a => a.Rule.IsSoft);
        ImmutableArray<OrderAnswer> orders = Answers(applied);
        ImmutableArray<CaseEvaluator.Application> standing = [.. applied.Where(a => a.Stands)];
        Outcome outcome = Combine(orders, standing);
        ImmutableArray<Rule> due = Due(values, soft: false);
        return new Decision(
            outcome,
            orders,
            Names(standing.Where(a => a.Rule.Modality != RuleModality.Exemption)),
            [.. applied.Where(a => a.IsDefeated).Select(Defeated).Distinct().OrderBy(d => d.Clause, StringComparer.Ordinal)
                .ThenBy(d => d.By, StringComparer.Ordinal)],
            Names(due),
            [])
        {
            Advice = AdviceOf(all.Where(a => a.Stands && a.Rule.IsSoft)),
            SoftDuties = Names(Due(values, soft: true)),
            MetDuties = Names(due.Where(r => _regions.Holds(r.Region, values))),
        };
    }

    /// <summary>The outcome alone: without duties and ways to comply, which take most of the time.</summary>
    /// <param name="values">A value for each variable of the case space.</param>
    public Outcome OutcomeOf(long[] values)
    {
        ImmutableArray<CaseEvaluator.Application> applied = Bearing(values).RemoveAll(a => a.Rule.IsSoft);
        return Combine(Answers(applied), [.. applied.Where(a => a.Stands)]);
    }

    private ImmutableArray<CaseEvaluator.Application> Bearing(long[] values) =>
        [.. _point.Apply(values).Where(a => !a.Rule.IsLawMaking && a.Rule.Modality is not RuleModality.Waiver)];

    // Soft permissions and waivers only defeat soft rules.
    private static ImmutableArray<Advice> AdviceOf(IEnumerable<CaseEvaluator.Application> soft) =>
    [
        .. soft.Where(a => a.Rule.Modality is RuleModality.Prohibition or RuleModality.Obligation)
            .Select(a => new Advice(
                a.Rule.Clause.QualifiedName, a.Rule.Modality == RuleModality.Prohibition ? AdviceKind.Discouraged : AdviceKind.Advised))
            .Distinct().OrderBy(a => a.Clause, StringComparer.Ordinal).ThenBy(a => a.Kind),
    ];

    private static ImmutableArray<OrderAnswer> Answers(ImmutableArray<CaseEvaluator.Application> applied) =>
        [.. applied.GroupBy(a => a.Rule.Order).Select(Answer).OrderBy(o => o.Authority, StringComparer.Ordinal)];

    private static DefeatedClause Defeated(CaseEvaluator.Application application) =>
        new(application.Rule.Clause.QualifiedName, application.FelledBy?.Clause.QualifiedName ?? string.Empty, application.Principle);

    private static ImmutableArray<string> Names(IEnumerable<CaseEvaluator.Application> applications) =>
        Names(applications.Select(a => a.Rule));

    private static ImmutableArray<string> Names(IEnumerable<Rule> rules) =>
        [.. rules.Select(r => r.Clause.QualifiedName).Distinct().OrderBy(n => n, StringComparer.Ordinal)];

    private static OrderAnswer Answer(IGrouping<Semantics.Symbol, CaseEvaluator.Application> order)
    {
        List<CaseEvaluator.Application> standing = order.Where(a => a.Stands && a.Rule.Modality != RuleModality.Exemption).ToList();
        bool prohibited = standing.Any(a => a.Rule.Modality == RuleModality.Prohibition);
        bool permitted = standing.Any(a => a.Rule.Modality is RuleModality.Permission or RuleModality.Obligation);
        Outcome outcome = (prohibited, permitted) switch
        {
            (true, true) => Outcome.Conflicting,
            (true, false) => Outcome.Prohibited,
            (false, true) => Outcome.Permitted,
            _ => Outcome.Unregulated,
        };
        return new OrderAnswer(order.Key.Name, outcome, Names(standing));
    }

    private static Outcome Combine(ImmutableArray<OrderAnswer> orders, ImmutableArray<CaseEvaluator.Application> standing)
    {
        bool prohibited = standing.Any(a => a.Rule.Modality == RuleModality.Prohibition);
        bool obliged = standing.Any(a => a.Rule.Modality == RuleModality.Obligation);
        return orders.Any(o => o.Outcome == Outcome.Conflicting) || (prohibited && obliged) ? Outcome.Conflicting
            : prohibited ? Outcome.Prohibited
            : orders.Any(o => o.Outcome == Outcome.Permitted) ? Outcome.Permitted
            : Outcome.Unregulated;
    }

    // A duty is due if triggered and some way of fulfilling it is undefeated.
    private ImmutableArray<Rule> Due(long[] values, bool soft) =>
        [.. book.Near(values).Where(r => r.Modality == RuleModality.Obligation && r.IsSoft == soft
            && _regions.Holds(r.Trigger, values) && !_regions.CofactorOfGiven(book.Undefeated(r), values).IsEmpty)];
}

using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>For each step, which rules prevail over which opposing rule that they meet, and in which cases.</summary>
internal sealed class Attacks(LoweredRules rules, Precedences precedences, OverlapTable overlaps, RuleStages stages)
{
    private static readonly Attack[] None = [];
    private readonly Dictionary<SettlementStep, Attack[][]> _known = [];
    private readonly Dictionary<SettlementStep, Attack[][]> _withinOrders = [];

    /// <summary>The numbers of rules of which it could not be decided within the budget what prevails over them.</summary>
    public ISet<int> Unknown { get; } = new HashSet<int>();

    /// <summary>The attacks on each rule, by the rule's number.</summary>
    public Attack[][] Upon(SettlementStep step, Hierarchy hierarchy)
    {
        if (!_known.TryGetValue(step, out Attack[][]? attacks))
        {
            attacks = new Attack[rules.Size][];
            foreach (Rule rule in rules.All)
            {
                attacks[rule.Number] = Upon(step, rule);
            }

            _known.Add(step, attacks);
        }

        return hierarchy == Hierarchy.WithinOrders && step.Round > 0 ? WithinOrders(step, attacks) : attacks;
    }

    /// <summary>What prevails over a rule in a step.</summary>
    public static Attack[] Find(Precedences precedences, ImmutableArray<Rule> opponents, SettlementStep step, Rule rule)
    {
        var found = new List<Attack>();
        foreach (Rule upper in opponents)
        {
            Region cases = precedences.Cases(step, upper, rule);
            if (!cases.IsEmpty)
            {
                found.Add(new Attack(upper, cases));
            }
        }

        return found.Count == 0 ? None : [.. found];
    }

    private Attack[] Upon(SettlementStep step, Rule rule)
    {
        ImmutableArray<Rule> opponents = overlaps.OpponentsOf(rule);
        return opponents.IsEmpty ? None : stages.KnownAttacksUpon(step, rule) ?? WorkOut(step, rule, opponents);
    }

    // By itself, so that known attacks cost no closure.
    private Attack[] WorkOut(SettlementStep step, Rule rule, ImmutableArray<Rule> opponents)
    {
        if (rules.Regions.TryApart(() => stages.AttacksUpon(precedences, opponents, step, rule)).TryGet(out Attack[]? attacks))
        {
            return attacks;
        }

        Unknown.Add(rule.Number);
        return None;
    }

    private Attack[][] WithinOrders(SettlementStep step, Attack[][] attacks)
    {
        if (_withinOrders.TryGetValue(step, out Attack[][]? within))
        {
            return within;
        }

        within = new Attack[attacks.Length][];
        foreach (Rule rule in rules.All)
        {
            Attack[] upon = attacks[rule.Number];
            within[rule.Number] = upon.Length == 0 ? upon : WithinOrder(step, rule, upon);
        }

        _withinOrders.Add(step, within);
        return within;
    }

    private Attack[] WithinOrder(SettlementStep step, Rule rule, Attack[] attacks) =>
        Array.TrueForAll(attacks, a => StaysWithin(step, a.Attacker, rule))
            ? attacks
            : [.. attacks.Where(a => StaysWithin(step, a.Attacker, rule))];

    private bool StaysWithin(SettlementStep step, Rule upper, Rule lower) =>
        precedences.PrincipleIn(step, upper, lower) != Principle.Superior
        || (!upper.IsGuarantee && ReferenceEquals(upper.Order, lower.Order));
}

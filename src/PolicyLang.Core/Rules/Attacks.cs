using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>For each step, which rules prevail over which opposing rule that they meet, and in which cases.</summary>
internal sealed class Attacks(RuleBook book, RuleDelta? succession)
{
    private static readonly (Rule Upper, Region Cases)[] None = [];
    private readonly Dictionary<SettlementStep, (Rule Upper, Region Cases)[][]> _known = [];

    /// <summary>The numbers of rules of which it could not be decided within the budget what prevails over them.</summary>
    public ISet<int> Unknown { get; } = new HashSet<int>();

    /// <summary>The attackers of each rule, by the rule's number.</summary>
    public (Rule Upper, Region Cases)[][] By(SettlementStep step, Hierarchy hierarchy)
    {
        if (!_known.TryGetValue(step, out (Rule Upper, Region Cases)[][]? attackers))
        {
            (Rule Upper, Region Cases)[][]? earlier = succession?.Earlier?.Attacks.By(step, Hierarchy.Full);
            attackers = new (Rule Upper, Region Cases)[book.Size][];
            foreach (Rule rule in book.Rules)
            {
                attackers[rule.Number] = earlier is null || succession?.NumberBefore(rule) is not ({ } before and >= 0) ? On(step, rule)
                    : succession.HasSameAttackers(rule, earlier[before]) ? earlier[before]
                    : Follow(step, rule, earlier[before], succession);
            }

            _known.Add(step, attackers);
        }

        return hierarchy == Hierarchy.WithinOrders && step.Round > 0 ? WithinOrders(step, attackers) : attackers;
    }

    private (Rule Upper, Region Cases)[][] WithinOrders(SettlementStep step, (Rule Upper, Region Cases)[][] attackers)
    {
        var within = new (Rule Upper, Region Cases)[attackers.Length][];
        foreach (Rule rule in book.Rules)
        {
            (Rule Upper, Region Cases)[] upon = attackers[rule.Number];
            within[rule.Number] = upon.Length == 0 ? upon : WithinOrder(step, rule, upon);
        }

        return within;
    }

    private (Rule Upper, Region Cases)[] WithinOrder(SettlementStep step, Rule rule, (Rule Upper, Region Cases)[] attackers) =>
        [.. attackers.Where(a => book.Precedences.PrincipleIn(step, a.Upper, rule) != Principle.Superior
            || (!a.Upper.IsGuarantee && ReferenceEquals(a.Upper.Order, rule.Order)))];

    private (Rule Upper, Region Cases)[] Follow(SettlementStep step, Rule rule, (Rule Upper, Region Cases)[] before, RuleDelta follows) =>
        Known(rule, () => follows.Attackers(rule, before, upper => book.Precedences.Cases(step, upper, rule)));

    private (Rule Upper, Region Cases)[] On(SettlementStep step, Rule rule)
    {
        ImmutableArray<Rule> opponents = book.Opponents(rule);
        return opponents.IsEmpty ? None : Known(rule, () =>
        {
            var found = new List<(Rule, Region)>();
            foreach (Rule upper in opponents)
            {
                Region cases = book.Precedences.Cases(step, upper, rule);
                if (!cases.IsEmpty)
                {
                    found.Add((upper, cases));
                }
            }

            return found.Count == 0 ? None : [.. found];
        });
    }

    private (Rule Upper, Region Cases)[] Known(Rule rule, Func<(Rule Upper, Region Cases)[]> find)
    {
        if (book.Space.Regions.TryApart(find).TryGet(out (Rule Upper, Region Cases)[]? attackers))
        {
            return attackers;
        }

        Unknown.Add(rule.Number);
        return None;
    }
}

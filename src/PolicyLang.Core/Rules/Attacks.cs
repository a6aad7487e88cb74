using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>For each principle, which rules prevail over which opposing rule that they meet, and in which cases.</summary>
internal sealed class Attacks(RuleBook book, RuleSuccession? succession)
{
    private static readonly (Rule Upper, Region Cases)[] None = [];
    private readonly Dictionary<Principle, (Rule Upper, Region Cases)[][]> _known = [];

    /// <summary>The numbers of rules of which it could not be decided within the budget what prevails over them.</summary>
    public ISet<int> Unknown { get; } = new HashSet<int>();

    /// <summary>The attackers of each rule, by the rule's number.</summary>
    public (Rule Upper, Region Cases)[][] By(Principle principle, Hierarchy hierarchy)
    {
        if (!_known.TryGetValue(principle, out (Rule Upper, Region Cases)[][]? attackers))
        {
            (Rule Upper, Region Cases)[][]? earlier = succession?.Earlier?.Attacks.By(principle, Hierarchy.Full);
            attackers = new (Rule Upper, Region Cases)[book.Size][];
            foreach (Rule rule in book.Rules)
            {
                attackers[rule.Number] = earlier is null || succession?.NumberBefore(rule) is not ({ } before and >= 0) ? On(principle, rule)
                    : succession.HasSameAttackers(rule, earlier[before]) ? earlier[before]
                    : Follow(principle, rule, earlier[before], succession);
            }

            _known.Add(principle, attackers);
        }

        return hierarchy == Hierarchy.WithinOrders && principle == Principle.Superior ? WithinOrders(attackers) : attackers;
    }

    private (Rule Upper, Region Cases)[][] WithinOrders((Rule Upper, Region Cases)[][] attackers)
    {
        var within = new (Rule Upper, Region Cases)[attackers.Length][];
        foreach (Rule rule in book.Rules)
        {
            within[rule.Number] = WithinOrder(rule, attackers[rule.Number]);
        }

        return within;
    }

    private static (Rule Upper, Region Cases)[] WithinOrder(Rule rule, (Rule Upper, Region Cases)[] attackers) =>
        attackers.Length == 0 ? attackers : [.. attackers.Where(a => !a.Upper.IsGuarantee && ReferenceEquals(a.Upper.Order, rule.Order))];

    private (Rule Upper, Region Cases)[] Follow(Principle principle, Rule rule, (Rule Upper, Region Cases)[] before, RuleSuccession follows) =>
        Known(rule, () => follows.Attackers(rule, before, upper => book.Precedences.Cases(principle, upper, rule)));

    private (Rule Upper, Region Cases)[] On(Principle principle, Rule rule)
    {
        ImmutableArray<Rule> opponents = book.Opponents(rule);
        return opponents.IsEmpty ? None : Known(rule, () =>
        {
            var found = new List<(Rule, Region)>();
            foreach (Rule upper in opponents)
            {
                Region cases = book.Precedences.Cases(principle, upper, rule);
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

using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>The rules of conduct, by legal order and by what they say.</summary>
internal sealed class ConductByOrder
{
    private readonly Dictionary<Symbol, Dictionary<RuleModality, List<Rule>>> _rules = [];

    public ConductByOrder(ImmutableArray<Rule> rules)
    {
        // Rules of one order stand side by side, for the most part.
        Dictionary<RuleModality, List<Rule>> own = [];
        Symbol? order = null;
        foreach (Rule rule in rules)
        {
            if (rule.IsLawMaking)
            {
                continue;
            }

            if (!ReferenceEquals(rule.Order, order))
            {
                order = rule.Order;
                if (!_rules.TryGetValue(order, out Dictionary<RuleModality, List<Rule>>? known))
                {
                    _rules.Add(order, known = []);
                }

                own = known;
            }

            if (!own.TryGetValue(rule.Modality, out List<Rule>? same))
            {
                own.Add(rule.Modality, same = []);
            }

            same.Add(rule);
        }
    }

    /// <summary>Those of an order that say one thing, in the order of their numbers.</summary>
    public IReadOnlyList<Rule> Of(Symbol order, RuleModality modality) =>
        _rules.TryGetValue(order, out Dictionary<RuleModality, List<Rule>>? own) && own.TryGetValue(modality, out List<Rule>? found)
            ? found
            : [];
}

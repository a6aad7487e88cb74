using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Which rules apply to one case, which of them stand, and what felled the others. Works on the case itself, not on standing
/// regions, so that each confirms the other.</summary>
internal sealed class CaseEvaluator(RuleBook book, Hierarchy hierarchy = Hierarchy.Full)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>A rule that applies to the case.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="FelledBy">The rule that prevails over it; null where it stands.</param>
    /// <param name="Principle">Why; meaningless where it stands.</param>
    internal sealed record Application(Rule Rule, Rule? FelledBy, Principle Principle)
    {
        public bool Stands => FelledBy is null;

        /// <summary>Whether it felled another.</summary>
        public bool HasWorked { get; init; }

        /// <summary>Whether it has come to nothing: an exemption that has done its work has not, whatever prevails afterwards.</summary>
        public bool IsDefeated => !Stands && !(HasWorked && Rule.Modality == RuleModality.Exemption);
    }

    /// <summary>The rules of conduct whose region holds the case, in the order of their numbers, with the law-making ones that bear on
    /// them.</summary>
    public ImmutableArray<Application> Apply(long[] values) =>
        Settle(Bearing([.. book.Near(values).Where(r => _regions.Holds(r.Region, values))]), values);

    // Treaty rules multiply by party and order: few of hundreds oppose a rule of conduct.
    private static ImmutableArray<Rule> Bearing(ImmutableArray<Rule> applying)
    {
        var reached = new HashSet<Rule>(applying.Where(r => !r.IsLawMaking));
        var judged = new HashSet<Symbol>(reached.Select(r => r.Order));
        List<Rule> lawMaking = [.. applying.Where(r => r.IsLawMaking && r.Judged is { } order && judged.Contains(order))];
        for (List<Rule> next = [.. reached]; next.Count > 0;)
        {
            next = lawMaking.FindAll(law => next.Exists(law.Opposes));
            reached.UnionWith(next);
            lawMaking.RemoveAll(reached.Contains);
        }

        return [.. applying.Where(reached.Contains)];
    }

    /// <summary>The same for some rules alone, with every rule that bears on whether they stand.</summary>
    public ImmutableArray<Application> Apply(IEnumerable<Rule> rules, long[] values)
    {
        var reached = new SortedDictionary<int, Rule>();
        var pending = new Stack<Rule>(rules);
        while (pending.Count > 0)
        {
            Rule rule = pending.Pop();
            if (!reached.ContainsKey(rule.Number) && _regions.Holds(rule.Region, values))
            {
                reached.Add(rule.Number, rule);
                foreach (Rule opponent in book.Opponents(rule))
                {
                    pending.Push(opponent);
                }
            }
        }

        return Settle([.. reached.Values], values);
    }

    private ImmutableArray<Application> Settle(ImmutableArray<Rule> rules, long[] values)
    {
        _regions.ThrowIfCancelled();
        Application[] applied = rules.Select(r => new Application(r, null, Principle.Explicit)).ToArray();
        foreach (SettlementStep step in book.Precedences.Steps)
        {
            applied = Step(step, applied, values);
        }

        for (int i = 0; i < applied.Length; i++)
        {
            Application weak = applied[i];
            if (weak.Stands && weak.Rule.IsWeak
                && applied.FirstOrDefault(a => a.Stands && DefeatsWeak(a.Rule, weak.Rule)) is { } prohibition)
            {
                applied[i] = weak with { FelledBy = prohibition.Rule, Principle = Principle.Explicit };
            }
        }

        return [.. applied];
    }

    private static bool DefeatsWeak(Rule rule, Rule weak) =>
        rule.Modality == RuleModality.Prohibition && ReferenceEquals(rule.Order, weak.Order) && !rule.IsSoft;

    // Settle the strongest first: a rule falls once a standing rule prevails over it.
    private Application[] Step(SettlementStep step, Application[] applied, long[] values)
    {
        var attackers = new List<int>[applied.Length];
        for (int i = 0; i < applied.Length; i++)
        {
            _regions.ThrowIfCancelled();
            attackers[i] = [];
            for (int j = 0; j < applied.Length; j++)
            {
                if (applied[i].Stands && applied[j].Stands && applied[j].Rule.Opposes(applied[i].Rule)
                    && _regions.Holds(book.Precedences.Cases(step, applied[j].Rule, applied[i].Rule, hierarchy), values))
                {
                    attackers[i].Add(j);
                }
            }
        }

        var stands = new bool?[applied.Length];
        Application[] next = (Application[])applied.Clone();
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < applied.Length; i++)
            {
                if (stands[i] is not null || !applied[i].Stands)
                {
                    continue;
                }

                int winner = attackers[i].FindIndex(a => stands[a] == true);
                if (winner >= 0)
                {
                    stands[i] = false;
                    next[i] = applied[i] with
                    {
                        FelledBy = applied[attackers[i][winner]].Rule,
                        Principle = book.Precedences.PrincipleIn(step, applied[attackers[i][winner]].Rule, applied[i].Rule)
                            ?? Principle.Explicit,
                    };
                    changed = true;
                }
                else if (attackers[i].All(a => stands[a] == false))
                {
                    stands[i] = true;
                    changed = true;
                }
            }
        }

        foreach (int attacker in Enumerable.Range(0, applied.Length).Where(i => stands[i] == false).SelectMany(i => attackers[i])
            .Where(a => stands[a] == true))
        {
            next[attacker] = next[attacker] with { HasWorked = true };
        }

        return next;
    }
}

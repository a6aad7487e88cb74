using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// Computes where each rule stands. Steps are taken one after the other; within one, a rule falls where a rule that stands prevails over
/// it. Each step has no circle, so going from the strongest rule down decides every case.
/// </summary>
internal sealed class DefeatSolver(RuleBook book, Hierarchy hierarchy)
{
    private enum State
    {
        New,
        Open,
        Done,
    }

    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly bool[] _unknown = (bool[])book.Unknown.Clone();
    private ImmutableArray<Rule> _wanted = [];

    /// <summary>By their numbers, where rules stand; what it says of rules that were not asked for means nothing.</summary>
    /// <param name="asked">The rules that are wanted.</param>
    public DefeatSolution Solve(ImmutableArray<Rule> asked)
    {
        _wanted = Bearing(book, asked);
        Region[] standing = book.InitialRegions();
        var steps = new List<Region[]>();
        foreach (SettlementStep step in book.Precedences.Steps)
        {
            Apply(step, standing);
            steps.Add((Region[])standing.Clone());
        }

        YieldWeak(standing);
        foreach (Rule rule in _wanted.Where(r => _unknown[r.Number]))
        {
            // What is not known to stand takes no part in conflicts, and the clause is named as undecided.
            standing[rule.Number] = _regions.Empty;
            book.Undecided.Add(rule.Clause);
            book.Unsettled.Add(rule.Clause);
        }

        var solved = new bool[standing.Length];
        foreach (Rule rule in _wanted)
        {
            solved[rule.Number] = true;
        }

        return new DefeatSolution([.. steps], standing, solved);
    }

    private void Apply(SettlementStep step, Region[] standing)
    {
        (Rule Upper, Region Cases)[][] attackers = book.Attacks.By(step, hierarchy);
        foreach (int rule in book.Attacks.Unknown)
        {
            _unknown[rule] = true;
        }

        foreach (Rule rule in StrongestFirst(attackers))
        {
            _unknown[rule.Number] |= attackers[rule.Number].Any(a => _unknown[a.Upper.Number]);
            Lower(rule, standing, () => attackers[rule.Number].Select(a => _regions.And(standing[a.Upper.Number], a.Cases)).ToList());
        }
    }

    /// <summary>Some rules, with every rule that bears on whether they stand.</summary>
    public static ImmutableArray<Rule> Bearing(RuleBook book, ImmutableArray<Rule> asked)
    {
        if (asked.Length == book.Rules.Length)
        {
            return asked;
        }

        var reached = new HashSet<Rule>(asked);
        var pending = new Stack<Rule>(asked);
        while (pending.Count > 0)
        {
            Rule rule = pending.Pop();
            IEnumerable<Rule> above = book.Precedences.Steps.SelectMany(p => book.Attacks.By(p, Hierarchy.Full)[rule.Number])
                .Select(a => a.Upper);
            foreach (Rule upper in rule.IsWeak ? above.Concat(book.Opponents(rule)) : above)
            {
                if (reached.Add(upper))
                {
                    pending.Push(upper);
                }
            }
        }

        return [.. reached.OrderBy(r => r.Number)];
    }

    // Depth first without recursion: chains of exceptions may be thousands of clauses long.
    private IEnumerable<Rule> StrongestFirst((Rule Upper, Region Cases)[][] attackers)
    {
        var state = new State[attackers.Length];
        var pending = new Stack<(Rule Rule, bool Ready)>();
        foreach (Rule start in _wanted.Where(r => attackers[r.Number].Length > 0))
        {
            pending.Push((start, false));
            while (pending.Count > 0)
            {
                (Rule rule, bool ready) = pending.Pop();
                if (ready)
                {
                    state[rule.Number] = State.Done;
                    yield return rule;
                    continue;
                }

                if (state[rule.Number] != State.New || attackers[rule.Number].Length == 0)
                {
                    continue;
                }

                state[rule.Number] = State.Open;
                pending.Push((rule, true));
                foreach ((Rule upper, Region _) in attackers[rule.Number])
                {
                    pending.Push((upper, false));
                }
            }
        }
    }

    private void YieldWeak(Region[] standing)
    {
        foreach (Rule rule in _wanted.Where(r => r.IsWeak))
        {
            List<Rule> prohibitions = ProhibitionsOver(book, rule);
            _unknown[rule.Number] |= prohibitions.Exists(p => _unknown[p.Number]);
            Lower(rule, standing, () => prohibitions.ConvertAll(p => standing[p.Number]));
        }
    }

    // Takes away where a rule falls.
    private void Lower(Rule rule, Region[] standing, Func<List<Region>> fallen)
    {
        if (Subtract(_regions, standing[rule.Number], fallen) is { } left)
        {
            standing[rule.Number] = left;
        }
        else
        {
            _unknown[rule.Number] = true;
        }
    }

    /// <summary>The prohibitions to which a weak permission yields: those of its own order.</summary>
    public static List<Rule> ProhibitionsOver(RuleBook book, Rule weak) => book.Opponents(weak)
        .Where(p => p.Modality == RuleModality.Prohibition && ReferenceEquals(p.Order, weak.Order) && !p.IsSoft).ToList();

    /// <summary>What is left of a region where a rule falls; null beyond the budget.</summary>
    /// <param name="regions">The space.</param>
    /// <param name="region">Where the rule would stand.</param>
    /// <param name="fallen">Works out where it falls; part of the same piece of work.</param>
    public static Region? Subtract(RegionSpace regions, Region region, Func<List<Region>> fallen) =>
        regions.TryApart(() => regions.Difference(region, regions.Union(fallen()))).TryGet(out Region? left) ? left : null;
}

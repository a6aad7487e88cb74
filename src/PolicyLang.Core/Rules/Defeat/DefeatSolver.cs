using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// Computes where each rule stands. Steps are taken one after the other; within one, a rule falls where a rule that stands prevails over
/// it. Each step has no circle, so going from the strongest rule down decides every case.
/// </summary>
/// <param name="problem">The rules and what prevails over them.</param>
/// <param name="hierarchy">How far the superior principle reaches.</param>
/// <param name="full">Where rules stand with the whole hierarchy, if that is known: the same attackers give the same.</param>
internal sealed class DefeatSolver(DefeatProblem problem, Hierarchy hierarchy, DefeatSolution? full = null)
{
    private const int MostTakenSingly = 16;

    private enum State
    {
        New,
        Open,
        Done,
    }

    private readonly RegionSpace _regions = problem.Rules.Regions;
    private readonly bool[] _unknown = (bool[])problem.Overlaps.Unknown.Clone();
    private ImmutableArray<Rule> _wanted = [];

    /// <summary>By their numbers, where rules stand; what it says of rules that were not asked for means nothing.</summary>
    /// <param name="asked">The rules that are wanted.</param>
    public DefeatSolution Solve(ImmutableArray<Rule> asked)
    {
        _wanted = Bearing(problem, asked);
        var standing = (Region[])problem.Initial.Clone();
        var steps = new List<Region[]>();
        foreach (SettlementStep step in problem.Precedences.Steps)
        {
            Apply(step, standing);
            steps.Add((Region[])standing.Clone());
        }

        YieldWeak(standing);
        foreach (Rule rule in _wanted.Where(r => _unknown[r.Number]))
        {
            // A rule not known to stand joins no conflict; its clause is reported as undecided.
            standing[rule.Number] = _regions.Empty;
        }

        var solved = new bool[standing.Length];
        foreach (Rule rule in _wanted)
        {
            solved[rule.Number] = true;
        }

        return new DefeatSolution([.. steps], standing, solved)
        { Unsettled = [.. _wanted.Where(r => _unknown[r.Number]).Select(r => r.Clause).Distinct()] };
    }

    private void Apply(SettlementStep step, Region[] standing)
    {
        Attack[][] attacks = problem.Attacks.Upon(step, hierarchy);
        foreach (int rule in problem.Attacks.Unknown)
        {
            _unknown[rule] = true;
        }

        foreach (List<Rule> level in Levels(attacks))
        {
            Settle(level, standing, rule => Fallen(step, rule, attacks[rule.Number], standing));
        }
    }

    private Settled Fallen(SettlementStep step, Rule rule, Attack[] upon, Region[] standing)
    {
        bool unknown = _unknown[rule.Number] || Array.Exists(upon, a => _unknown[a.Attacker.Number]);
        return full is not null && IsAsInFull(full, step, rule, upon, standing)
            ? new Settled(full.Steps[step.Number][rule.Number], unknown)
            : Less(standing[rule.Number], unknown,
                [.. upon.Where(a => !HasWorked(step, rule, a)).Select(a => (standing[a.Attacker.Number], a.When))]);
    }

    // None of the rules prevails over another of them.
    private void Settle(IReadOnlyList<Rule> rules, Region[] standing, Func<Rule, Settled> settle) => PieceWork.Each(
        _regions, problem.Rules.Compiler.Space.Engine, rules,
        () => settle,
        (settled, moved) => settled with { Standing = moved(settled.Standing) },
        (rule, settled) => (standing[rule.Number], _unknown[rule.Number]) = (settled.Standing, settled.IsUnknown));

    // Each rule comes on a level below all that prevail over it.
    private List<List<Rule>> Levels(Attack[][] attacks)
    {
        var levels = new List<List<Rule>>();
        var levelOf = new int[attacks.Length];
        foreach (Rule rule in StrongestFirst(attacks))
        {
            int level = 1;
            foreach (Attack attack in attacks[rule.Number])
            {
                level = Math.Max(level, levelOf[attack.Attacker.Number] + 1);
            }

            levelOf[rule.Number] = level;
            if (levels.Count < level)
            {
                levels.Add([]);
            }

            levels[level - 1].Add(rule);
        }

        return levels;
    }

    // What stood in an earlier step took as much already.
    private bool HasWorked(SettlementStep step, Rule rule, Attack attack)
    {
        foreach (SettlementStep earlier in problem.Precedences.Steps.Take(step.Number))
        {
            Attack[] before = problem.Attacks.Upon(earlier, hierarchy)[rule.Number];
            int at = Array.BinarySearch(before, attack, Attack.ByAttacker);
            if (at >= 0 && (before[at].When.IsFull || ReferenceEquals(before[at].When, attack.When)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAsInFull(DefeatSolution known, SettlementStep step, Rule rule, Attack[] upon, Region[] standing)
    {
        Region before = step.Number == 0 ? problem.Initial[rule.Number] : known.Steps[step.Number - 1][rule.Number];
        return known.Unsettled.IsEmpty && known.Solved[rule.Number] && ReferenceEquals(before, standing[rule.Number])
            && ReferenceEquals(problem.Attacks.Upon(step, Hierarchy.Full)[rule.Number], upon)
            && Array.TrueForAll(upon, a => known.Solved[a.Attacker.Number]
                && ReferenceEquals(known.Steps[step.Number][a.Attacker.Number], standing[a.Attacker.Number]));
    }

    /// <summary>Some rules, with every rule that bears on whether they stand.</summary>
    public static ImmutableArray<Rule> Bearing(DefeatProblem problem, ImmutableArray<Rule> asked)
    {
        if (asked.Length == problem.Rules.All.Length)
        {
            return asked;
        }

        var reached = new bool[problem.Rules.Size];
        var pending = new Stack<Rule>();
        Attack[][][] attacks = problem.AttacksByStep();
        foreach (Rule rule in asked)
        {
            Reach(rule);
        }

        while (pending.Count > 0)
        {
            Rule rule = pending.Pop();
            foreach (Attack[][] upon in attacks)
            {
                foreach (Attack attack in upon[rule.Number])
                {
                    Reach(attack.Attacker);
                }
            }

            foreach (Rule upper in rule.IsWeak ? problem.Overlaps.OpponentsOf(rule) : [])
            {
                Reach(upper);
            }
        }

        return [.. problem.Rules.All.Where(r => reached[r.Number])];

        void Reach(Rule rule)
        {
            if (!reached[rule.Number])
            {
                reached[rule.Number] = true;
                pending.Push(rule);
            }
        }
    }

    // Depth first without recursion: chains of exceptions may be thousands of clauses long.
    private IEnumerable<Rule> StrongestFirst(Attack[][] attacks)
    {
        var state = new State[attacks.Length];
        var pending = new Stack<(Rule Rule, bool Ready)>();
        foreach (Rule start in _wanted.Where(r => attacks[r.Number].Length > 0))
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

                if (state[rule.Number] != State.New || attacks[rule.Number].Length == 0)
                {
                    continue;
                }

                state[rule.Number] = State.Open;
                pending.Push((rule, true));
                foreach (Attack attack in attacks[rule.Number])
                {
                    pending.Push((attack.Attacker, false));
                }
            }
        }
    }

    private void YieldWeak(Region[] standing) => Settle([.. _wanted.Where(r => r.IsWeak)], standing, rule =>
    {
        List<Rule> prohibitions = ProhibitionsOver(problem, rule);
        return Less(standing[rule.Number], _unknown[rule.Number] || prohibitions.Exists(p => _unknown[p.Number]),
            prohibitions.ConvertAll(p => (standing[p.Number], _regions.Full)));
    });

    // Takes away where a rule falls.
    private Settled Less(Region before, bool unknown, IReadOnlyList<(Region Standing, Region When)> attackers) =>
        Subtract(_regions, before, attackers) is { } left ? new Settled(left, unknown) : new Settled(before, true);

    /// <summary>The prohibitions to which a weak permission yields: those of its own order.</summary>
    public static List<Rule> ProhibitionsOver(DefeatProblem problem, Rule weak) => problem.Overlaps.OpponentsOf(weak)
        .Where(p => p.Modality == RuleModality.Prohibition && ReferenceEquals(p.Order, weak.Order) && !p.IsSoft).ToList();

    /// <summary>What is left of a region where a rule falls; null beyond the budget.</summary>
    /// <param name="regions">The space.</param>
    /// <param name="region">Where the rule would stand.</param>
    /// <param name="attackers">Where each rule stands that prevails over it, and when it does.</param>
    public static Region? Subtract(RegionSpace regions, Region region, IReadOnlyList<(Region Standing, Region When)> attackers) =>
        attackers.Count == 0 ? region : regions.TryApart(() => Less(regions, region, attackers)).TryGet(out Region? left) ? left : null;

    // Few are taken one after the other; the union of many stays smaller.
    private static Region Less(RegionSpace regions, Region region, IReadOnlyList<(Region Standing, Region When)> attackers) =>
        attackers.Count > MostTakenSingly
            ? regions.Difference(region, regions.Union([.. attackers.Select(a => Taken(regions, region, a))]))
            : attackers.Aggregate(region, (left, a) => regions.Difference(left, a.When.IsFull ? a.Standing : Taken(regions, left, a)));

    private static Region Taken(RegionSpace regions, Region region, (Region Standing, Region When) attacker) =>
        regions.And(regions.And(region, attacker.When), attacker.Standing);

    /// <summary>Where a rule stands, and whether that is not known after all.</summary>
    private readonly record struct Settled(Region Standing, bool IsUnknown);
}

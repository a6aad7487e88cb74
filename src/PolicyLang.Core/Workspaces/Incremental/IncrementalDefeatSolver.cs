using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// Computes where rules stand from where those stood that they follow. Only what is new, or has a new opponent, is worked out again, and
/// from there on what it prevails over, until results stop changing.
/// </summary>
internal sealed class IncrementalDefeatSolver(
    DefeatProblem problem, Hierarchy hierarchy, RuleDelta succession, DefeatSolution earlier)
{
    // A rule is recomputed when one above it moves; if often, ordering helps.
    private const int MostRounds = 4;

    private readonly RegionSpace _regions = problem.Rules.Regions;

    /// <summary>What <see cref="DefeatSolver.Solve"/> answers; null where something is beyond the budget, or so much moves that nothing is
    /// saved.</summary>
    public DefeatSolution? Solve(ImmutableArray<Rule> asked)
    {
        ImmutableArray<Rule> wanted = DefeatSolver.Bearing(problem, asked);
        var solved = new bool[problem.Rules.Size];
        foreach (Rule rule in wanted)
        {
            solved[rule.Number] = true;
        }

        var steps = new List<Region[]>();
        Region[] standing = problem.Initial;
        foreach (SettlementStep step in problem.Precedences.Steps)
        {
            Attack[][] attacks = problem.Attacks.Upon(step, hierarchy);
            if (problem.Attacks.Unknown.Count > 0 || Apply(standing, wanted, solved, attacks, steps.Count) is not { } next)
            {
                return null;
            }

            standing = next;
            steps.Add(standing);
        }

        return YieldWeak(standing, wanted) is { } final ? new DefeatSolution([.. steps], final, solved) : null;
    }

    private Region[]? Apply(Region[] input, ImmutableArray<Rule> wanted, bool[] solved, Attack[][] attacks, int step)
    {
        var output = (Region[])input.Clone();
        var pending = new Queue<Rule>();
        var waiting = new bool[output.Length];
        foreach (Rule rule in wanted)
        {
            if (OutputBefore(rule, input[rule.Number], step) is { } known)
            {
                output[rule.Number] = known;
            }
            else
            {
                // Until computed, it stands where the rules below assumed.
                int before = succession.NumberBefore(rule);
                output[rule.Number] = before >= 0 && earlier.Solved[before] ? earlier.Steps[step][before] : _regions.Empty;
                pending.Enqueue(rule);
                waiting[rule.Number] = true;
            }
        }

        int left = MostRounds * Math.Max(wanted.Length, 64);
        while (pending.Count > 0)
        {
            if (left-- == 0)
            {
                return null;
            }

            Rule rule = pending.Dequeue();
            waiting[rule.Number] = false;
            if (Remaining(input[rule.Number], output, attacks[rule.Number]) is not { } stands)
            {
                return null;
            }

            if (ReferenceEquals(stands, output[rule.Number]))
            {
                continue;
            }

            output[rule.Number] = stands;
            foreach (Rule other in problem.Overlaps.OpponentsOf(rule))
            {
                if (solved[other.Number] && !waiting[other.Number] && Prevails(rule, attacks[other.Number]))
                {
                    waiting[other.Number] = true;
                    pending.Enqueue(other);
                }
            }
        }

        return output;
    }

    private static bool Prevails(Rule rule, Attack[] attacks) =>
        Array.Exists(attacks, a => ReferenceEquals(a.Attacker, rule));

    // Its result after this step, if its start and opponents are unchanged.
    private Region? OutputBefore(Rule rule, Region input, int step)
    {
        int number = succession.NumberBefore(rule);
        if (number < 0 || succession.IsTouched(rule) || !earlier.Solved[number])
        {
            return null;
        }

        // An untouched rule begins where it began.
        Region earlierInput = step == 0 ? input : earlier.Steps[step - 1][number];
        return ReferenceEquals(input, earlierInput) ? earlier.Steps[step][number] : null;
    }

    // Null beyond the budget.
    private Region? Remaining(Region region, Region[] standing, Attack[] attacks)
    {
        return attacks.Length == 0 ? region : Subtract(region, standing, attacks);
    }

    private Region? Subtract(Region region, Region[] standing, Attack[] attacks) =>
        DefeatSolver.Subtract(_regions, region, [.. attacks.Select(a => (standing[a.Attacker.Number], a.When))]);

    // Weak permissions yield to what stands in the end. Null beyond the budget.
    private Region[]? YieldWeak(Region[] standing, ImmutableArray<Rule> wanted)
    {
        Region[] yielded = standing;
        foreach (Rule rule in wanted)
        {
            if (rule.IsWeak)
            {
                if (YieldWeak(standing, rule) is not { } left)
                {
                    return null;
                }

                yielded = ReferenceEquals(yielded, standing) ? (Region[])standing.Clone() : yielded;
                yielded[rule.Number] = left;
            }
        }

        return yielded;
    }

    private Region? YieldWeak(Region[] standing, Rule weak) =>
        DefeatSolver.Subtract(
            _regions,
            standing[weak.Number],
            DefeatSolver.ProhibitionsOver(problem, weak).ConvertAll(p => (standing[p.Number], _regions.Full)));
}

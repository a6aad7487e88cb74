using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// Computes where rules stand from where those stood that they follow. Only what is new, or has a new opponent, is worked out again, and
/// from there on what it prevails over, for as long as the outcome is another one.
/// </summary>
internal sealed class IncrementalDefeatSolver(RuleBook book, Hierarchy hierarchy, RuleDelta succession, DefeatSolution earlier)
{
    // A rule may be worked out again each time that one above it moves; where that is often, order is what helps.
    private const int MostRounds = 4;

    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>What <see cref="DefeatSolver.Solve"/> answers; null where something is beyond the budget, or so much moves that nothing is
    /// saved.</summary>
    public DefeatSolution? Solve(ImmutableArray<Rule> asked)
    {
        ImmutableArray<Rule> wanted = DefeatSolver.Bearing(book, asked);
        var solved = new bool[book.Size];
        foreach (Rule rule in wanted)
        {
            solved[rule.Number] = true;
        }

        var steps = new List<Region[]>();
        Region[] standing = book.InitialRegions();
        foreach (SettlementStep step in book.Precedences.Steps)
        {
            (Rule Upper, Region Cases)[][] attackers = book.Attacks.By(step, hierarchy);
            if (book.Attacks.Unknown.Count > 0 || Apply(standing, wanted, solved, attackers, steps.Count) is not { } next)
            {
                return null;
            }

            standing = next;
            steps.Add(standing);
        }

        return YieldWeak(standing, wanted) is { } final ? new DefeatSolution([.. steps], final, solved) : null;
    }

    private Region[]? Apply(Region[] input, ImmutableArray<Rule> wanted, bool[] solved, (Rule Upper, Region Cases)[][] attackers, int step)
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
                // Until it is worked out it stands where the rules below it have taken it to stand.
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
            if (Remaining(input[rule.Number], output, attackers[rule.Number]) is not { } stands)
            {
                return null;
            }

            if (ReferenceEquals(stands, output[rule.Number]))
            {
                continue;
            }

            output[rule.Number] = stands;
            foreach (Rule other in book.Opponents(rule))
            {
                if (solved[other.Number] && !waiting[other.Number] && Prevails(rule, attackers[other.Number]))
                {
                    waiting[other.Number] = true;
                    pending.Enqueue(other);
                }
            }
        }

        return output;
    }

    private static bool Prevails(Rule rule, (Rule Upper, Region Cases)[] attackers) =>
        Array.Exists(attackers, a => ReferenceEquals(a.Upper, rule));

    // Where it stood after this step, if it stands before the step where it stood and has the same opponents.
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
    private Region? Remaining(Region region, Region[] standing, (Rule Upper, Region Cases)[] attackers)
    {
        return attackers.Length == 0 ? region : Subtract(region, standing, attackers);
    }

    private Region? Subtract(Region region, Region[] standing, (Rule Upper, Region Cases)[] attackers) =>
        DefeatSolver.Subtract(_regions, region, () => [.. attackers.Select(a => _regions.And(standing[a.Upper.Number], a.Cases))]);

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
            _regions, standing[weak.Number], () => DefeatSolver.ProhibitionsOver(book, weak).ConvertAll(p => standing[p.Number]));
}

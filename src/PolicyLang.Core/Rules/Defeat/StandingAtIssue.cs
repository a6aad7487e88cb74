using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Where contested rules stand among the cases on which conflicts depend. Law of the library speaks of far more than a user's policy
/// meets, and what it leaves prohibited or permitted there takes most of the time that such a policy takes.
/// </summary>
internal sealed class StandingAtIssue
{
    // Beyond this, where rules stand everywhere is found as soon.
    private const int MostNodes = 4_000;

    // So many rules one by one take as long as all of them.
    private const int MostAsked = 16;

    private readonly DefeatProblem _problem;
    private readonly bool[] _isWhole;
    private readonly RegionMemo<int, Region> _everywhere;

    private StandingAtIssue(DefeatProblem problem, DefeatSolution solution, DefeatSolution ofJudged, bool[] isWhole) =>
        (_problem, Solution, OfJudged, _isWhole, _everywhere) = (problem, solution, ofJudged, isWhole, new(problem.Rules.Regions));

    /// <summary>Where the rules stand among these cases.</summary>
    public DefeatSolution Solution { get; }

    /// <summary>Where those stand that are judged by themselves, within their orders.</summary>
    public DefeatSolution OfJudged { get; }

    /// <summary>Finds it; null where there are no such cases to be had, or the budget does not suffice.</summary>
    /// <param name="problem">The rules and what prevails over them.</param>
    /// <param name="contested">The rules that are wanted.</param>
    /// <param name="judged">The policies among them.</param>
    public static StandingAtIssue? Find(
        DefeatProblem problem, ContestedRules contested, ImmutableArray<Rule> judged) => problem.Rules.Regions.TryApart(() =>
    {
        if (contested.CasesAtIssue(MostNodes) is not { } cases)
        {
            return null;
        }

        var initial = (Region[])problem.Initial.Clone();
        var isWhole = new bool[initial.Length];
        foreach (Rule rule in DefeatSolver.Bearing(problem, contested.All))
        {
            initial[rule.Number] = problem.Rules.Regions.And(problem.Initial[rule.Number], cases);
            isWhole[rule.Number] = ReferenceEquals(initial[rule.Number], problem.Initial[rule.Number]);
        }

        DefeatProblem atIssue = problem with { Initial = initial };
        DefeatSolution solution = new DefeatSolver(atIssue, Hierarchy.Full).Solve(contested.All);
        DefeatSolution ofJudged = new DefeatSolver(atIssue, Hierarchy.WithinOrders, solution).Solve(judged);
        return solution.Unsettled.IsEmpty && ofJudged.Unsettled.IsEmpty
            ? new StandingAtIssue(problem, solution, ofJudged, isWhole)
            : null;
    }).Or(null);

    /// <summary>Where a contested rule stands in all cases; null where whoever asks had better find that of all rules.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="note">Takes note of what is not known.</param>
    public Region? Everywhere(Rule rule, Func<DefeatSolution, DefeatSolution> note)
    {
        if (_isWhole[rule.Number])
        {
            return Solution.Final[rule.Number];
        }

        if (!_everywhere.TryGetValue(rule.Number, out Region? cases) && _everywhere.Count < MostAsked)
        {
            cases = note(new DefeatSolver(_problem, Hierarchy.Full).Solve([rule])).Final[rule.Number];
            _everywhere.Set(rule.Number, cases);
        }

        return cases;
    }
}

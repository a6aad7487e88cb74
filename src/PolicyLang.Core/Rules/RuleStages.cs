using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// The stages behind a rule book, each worked out from nothing: cases, overlap, attacks, defeat. Whoever knows earlier rules overrides
/// what can be carried over from them; the answers are the same.
/// </summary>
internal class RuleStages
{
    /// <summary>Works everything out.</summary>
    public static RuleStages FromScratch { get; } = new();

    /// <summary>Whether much of where rules stand is known from earlier ones.</summary>
    public virtual bool KnowsStanding => false;

    /// <summary>The cases that exist; undecided beyond the budget.</summary>
    public virtual Attempt<Region> Existing(LoweredRules rules) =>
        rules.Regions.TryApart(() => new ExistingCases(rules.Model, rules.Compiler).Find());

    /// <summary>The cases of a rule among those that exist; undecided beyond the budget.</summary>
    public virtual Attempt<Region> Initial(LoweredRules rules, Rule rule, Region existing) =>
        rules.Regions.TryApart(() => rules.Regions.And(existing, rule.Region));

    /// <summary>Which opposing rules meet.</summary>
    public virtual OverlapTable Overlaps(LoweredRules rules, Precedences precedences) =>
        OverlapFinder.Find(rules, precedences, OverlapFinder.MostPairs(rules.All.Length), OverlapFinder.MostSteps);

    /// <summary>What values the rules have.</summary>
    public virtual ValueMasks Masks(LoweredRules rules) => ValueMasks.Of(rules.Regions, rules.All);

    /// <summary>The index that finds the rules that may speak of a case.</summary>
    public virtual NearRules Near(LoweredRules rules) => NearRules.Build(rules.Regions, rules.All, rules.Compiler.Space.Engine.Workers);

    /// <summary>What prevails over a rule in a step, where that is known without work; else null.</summary>
    public virtual Attack[]? KnownAttacksUpon(SettlementStep step, Rule rule) => null;

    /// <summary>What prevails over a rule in a step.</summary>
    /// <param name="precedences">Which rule prevails over which.</param>
    /// <param name="opponents">The opposing rules that meet the rule.</param>
    /// <param name="step">The step.</param>
    /// <param name="rule">The rule.</param>
    public virtual Attack[] AttacksUpon(Precedences precedences, ImmutableArray<Rule> opponents, SettlementStep step, Rule rule) =>
        Attacks.Find(precedences, opponents, step, rule);

    /// <summary>Where some rules stand.</summary>
    /// <param name="problem">The rules and what prevails over them.</param>
    /// <param name="hierarchy">How far the superior principle reaches.</param>
    /// <param name="asked">The rules that are wanted.</param>
    /// <param name="full">Where rules stand with the whole hierarchy, where that is known.</param>
    public virtual DefeatSolution Solve(
        DefeatProblem problem, Hierarchy hierarchy, ImmutableArray<Rule> asked, DefeatSolution? full = null) =>
        new DefeatSolver(problem, hierarchy, full).Solve(asked);
}

using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>What it takes to say where rules stand.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Overlaps">Which opposing rules meet.</param>
/// <param name="Precedences">In which steps rules fall.</param>
/// <param name="Attacks">What prevails over what.</param>
/// <param name="Initial">By their numbers, where rules stand before anything falls; nobody writes into it.</param>
internal sealed record DefeatProblem(
    LoweredRules Rules, OverlapTable Overlaps, Precedences Precedences, Attacks Attacks, Region[] Initial)
{
    /// <summary>For each step, what prevails over each rule, by the rule's number.</summary>
    public Attack[][][] AttacksByStep() => [.. Precedences.Steps.Select(s => Attacks.Upon(s, Hierarchy.Full))];
}

namespace PolicyLang.Rules;

/// <summary>Which opposing rules have a case in common.</summary>
/// <param name="Opponents">For each rule, by its number, the opposing rules that it meets, in the order of their numbers.</param>
/// <param name="Unknown">For each rule, by its number, whether some rule that may bear on it was not compared with it.</param>
/// <param name="Candidates">How many pairs had to be compared exactly.</param>
internal sealed record OverlapTable(ImmutableArray<ImmutableArray<Rule>> Opponents, bool[] Unknown, long Candidates)
{
    /// <summary>The opposing rules that a rule meets.</summary>
    public ImmutableArray<Rule> OpponentsOf(Rule rule) => Opponents[rule.Number];
}

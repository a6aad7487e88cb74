using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>That a rule prevails over another one.</summary>
/// <param name="Attacker">The rule that prevails.</param>
/// <param name="When">The cases in which it does, should it stand.</param>
internal readonly record struct Attack(Rule Attacker, Region When)
{
    /// <summary>The order in which attacks upon a rule are kept.</summary>
    public static readonly IComparer<Attack> ByAttacker = Comparer<Attack>.Create((a, b) => a.Attacker.Number - b.Attacker.Number);
}

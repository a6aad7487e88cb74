using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>That a rule prevails over another one.</summary>
/// <param name="Attacker">The rule that prevails.</param>
/// <param name="When">The cases in which it does, should it stand.</param>
internal readonly record struct Attack(Rule Attacker, Region When);

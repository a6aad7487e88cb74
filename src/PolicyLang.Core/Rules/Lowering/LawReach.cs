using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>What a law-making clause says of one party.</summary>
/// <param name="Party">The jurisdiction or bloc.</param>
/// <param name="Kind">What the party has to do, or may do.</param>
/// <param name="Said">The cases that the sentence speaks of on the days on which it is in force, whomever it binds.</param>
/// <param name="Bound">Those of them in which it binds the party: it is one, and reserves nothing.</param>
internal sealed record LawReach(Symbol Party, RuleModality Kind, Region Said, Region Bound);

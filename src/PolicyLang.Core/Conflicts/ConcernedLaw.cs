using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>A rule about the law of a party that a conflict concerns.</summary>
/// <param name="Law">The rule.</param>
/// <param name="Cases">The cases of the conflict.</param>
/// <param name="Party">The party that is named: a bloc once for its members.</param>
internal sealed record ConcernedLaw(Rule Law, Region Cases, Symbol? Party)
{
    public static ConcernedLaw Create(Rule law, Region cases) => new(law, cases, law.BoundAs ?? law.Party);
}

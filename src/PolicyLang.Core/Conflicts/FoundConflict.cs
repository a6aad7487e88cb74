using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>A conflict with the rules between which it is and the cases in which it arises.</summary>
internal sealed record FoundConflict(Conflict Conflict, ImmutableArray<Rule> Rules, Region Cases)
{
    /// <summary>
    /// Whether it holds for a case. Where a duty takes part, the given facts decide: the actor is in it whatever they choose.
    /// </summary>
    public bool Holds(RegionSpace regions, long[] values) => Rules.Any(r => r.Modality == RuleModality.Obligation)
        ? !regions.CofactorOfGiven(Cases, values).IsEmpty
        : regions.Holds(Cases, values);
}

using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>A conflict with the rules between which it is.</summary>
/// <param name="Conflict">The conflict.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Uncut">The cases in which it arises, whether or not they exist.</param>
internal sealed record FoundConflict(Conflict Conflict, ImmutableArray<Rule> Rules, Region Uncut)
{
    /// <summary>
    /// Whether it holds for a case. Where a duty takes part, the given facts decide: the actor is in it whatever they choose.
    /// </summary>
    public bool Holds(RuleBook book, long[] values)
    {
        RegionSpace regions = book.Space.Regions;
        return Rules.Any(r => r.Modality == RuleModality.Obligation)
            ? regions.Overlaps(regions.CofactorOfGiven(Uncut, values), regions.CofactorOfGiven(book.Existing, values))
            : regions.Holds(Uncut, values) && regions.Holds(book.Existing, values);
    }

    /// <summary>The cases that exist in which it arises.</summary>
    public Region Cases(RuleBook book) => book.Cut.Of(Uncut);
}

using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>One party to an instrument.</summary>
/// <param name="Place">The jurisdiction, or the supranational bloc.</param>
/// <param name="Territory">What its territory is called in sets: the place, or the bloc less the places that are taken out of it.</param>
/// <param name="Named">The cases in which it is a party because the instrument names it.</param>
/// <param name="Adoptions">Those by which it is one, each with the cases in which it counts for it: a member of a bloc that adopts is a
/// party while it is a member.</param>
internal sealed record TreatyParty(
    Symbol Place, Symbol Territory, Region Named, ImmutableArray<(Adoption Adoption, Region Cases)> Adoptions)
{
    /// <summary>The ways in which it is reached, each with the cases of its days and the places that are taken out on it. A place is out on
    /// a day where every way of that day takes it out.</summary>
    public ImmutableArray<(Region Days, ImmutableArray<Symbol> Except)> Ways { get; init; } = [];
}

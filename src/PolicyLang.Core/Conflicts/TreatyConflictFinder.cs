using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds treaties, or clauses of one draft, that guarantee what another asks a party's law to break: no law complies with
/// both.</summary>
internal sealed class TreatyConflictFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="guarantee">A guarantee for the law of a party as a whole.</param>
    /// <param name="resolved">Whether overlaps that one of them resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule guarantee, bool resolved)
    {
        foreach (Rule duty in book.Opponents(guarantee).Where(d => OpposingModalities.AreTreatyPair(guarantee.Modality, d.Modality)))
        {
            Region open = _regions.And(book.Undefeated(guarantee), book.Undefeated(duty));
            if (!open.IsEmpty)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyConflict, ConflictStatus.Unresolved, [guarantee, duty], open)
                { Concerned = [new ConcernedLaw(guarantee, open, PartyToReport(guarantee, duty))] };
            }
            else if (resolved && _regions.And(book.Existing, _regions.And(guarantee.Region, duty.Region)) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyConflict, ConflictStatus.Resolved, [guarantee, duty], overlap)
                { Concerned = [new ConcernedLaw(guarantee, overlap, PartyToReport(guarantee, duty))] };
            }
        }
    }

    // Bound twice by one bloc, the bloc is told; bound by treaties of a bloc and of its own, the member.
    private static Symbol? PartyToReport(Rule guarantee, Rule duty) =>
        ReferenceEquals(guarantee.BoundAs, duty.BoundAs) ? guarantee.BoundAs ?? guarantee.Party : guarantee.Party;
}

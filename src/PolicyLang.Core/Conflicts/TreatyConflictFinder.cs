using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>Finds treaties, or clauses of one draft, that guarantee what another asks a party's law to break: no law complies with both.</summary>
internal sealed class TreatyConflictFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="guarantee">A guarantee for the law of a party as a whole.</param>
    /// <param name="resolved">Whether overlaps that one of them resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule guarantee, bool resolved)
    {
        foreach (Rule duty in book.Opponents(guarantee).Where(d => OpposingModalities.AreTreatyPair(guarantee.Modality, d.Modality)))
        {
            Region open = _regions.And(book.Standing(guarantee), book.Standing(duty));
            if (!open.IsEmpty)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyConflict, ConflictStatus.Unresolved, [guarantee, duty], open) { Concerned = [(guarantee, open)] };
            }
            else if (resolved && _regions.And(book.Existing, _regions.And(guarantee.Region, duty.Region)) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyConflict, ConflictStatus.Resolved, [guarantee, duty], overlap) { Concerned = [(guarantee, overlap)] };
            }
        }
    }
}

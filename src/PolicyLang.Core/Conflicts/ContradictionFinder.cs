using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>Finds permissions and prohibitions of one legal order that overlap.</summary>
internal sealed class ContradictionFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="permission">The permission.</param>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule permission, bool resolved)
    {
        foreach (Rule prohibition in book.Opponents(permission))
        {
            if (prohibition.Modality != RuleModality.Prohibition || prohibition.IsSoft
                || !ReferenceEquals(prohibition.Order, permission.Order) || ReferenceEquals(prohibition.Clause, permission.Clause))
            {
                continue;
            }

            Region open = _regions.And(book.Standing(permission), book.Standing(prohibition));
            if (open.IsEmpty && !resolved)
            {
                continue;
            }

            yield return open.IsEmpty
                ? new ConflictCandidate(ConflictKind.Contradiction, ConflictStatus.Resolved, [permission, prohibition], _regions.And(permission.Region, prohibition.Region))
                : new ConflictCandidate(ConflictKind.Contradiction, ConflictStatus.Unresolved, [permission, prohibition], open);
        }
    }
}

using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>
/// Finds rules of an organisation's policy that permit or demand what law above it prohibits, or waive what it requires. That the law
/// prevails resolves what may be done, not what the policy tells its readers.
/// </summary>
internal sealed class UnlawfulPermissionFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="rule">A permission, duty or waiver of a policy.</param>
    /// <param name="resolved">Whether overlaps that an exception resolves are wanted too.</param>
    /// <param name="others">The opposing rules to look at; null for all.</param>
    public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IEnumerable<Rule>? others = null)
    {
        if (rule.IsSoft || rule.Clause.Framework.Rank != Rank.Policy)
        {
            yield break;
        }

        RuleModality opposite = rule.Modality == RuleModality.Waiver ? RuleModality.Obligation : RuleModality.Prohibition;
        foreach (Rule prohibition in (others ?? book.Opponents(rule))
            .Where(p => p.Modality == opposite && !p.IsSoft && !ReferenceEquals(p.Order, rule.Order)))
        {
            Region above = book.Precedences.Above(prohibition.Order, rule.Order);
            Region open = _regions.Overlaps(book.UndefeatedWithinOrder(rule), book.Undefeated(prohibition))
                ? _regions.And(above, _regions.And(book.UndefeatedWithinOrder(rule), book.Undefeated(prohibition)))
                : _regions.Empty;
            if (!open.IsEmpty)
            {
                yield return new ConflictCandidate(ConflictKind.UnlawfulPermission, ConflictStatus.Unresolved, [rule, prohibition], open);
            }
            else if (resolved
                && _regions.And(
                book.Existing, _regions.And(above, _regions.And(rule.Region, prohibition.Region))) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(ConflictKind.UnlawfulPermission, ConflictStatus.Resolved, [rule, prohibition], overlap);
            }
        }
    }
}

using PolicyLang.Conflicts.Kinds;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>
/// Finds pairs of rules of one legal order that say opposite things of a case: a permission and a prohibition, a duty and a waiver.
/// </summary>
internal sealed class OrderOverlaps(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="kind">What the conflict is called.</param>
    /// <param name="rule">The permission or the duty.</param>
    /// <param name="opposite">The modality on the other side.</param>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too.</param>
    /// <param name="others">The opposing rules to look at; null for all.</param>
    public IEnumerable<ConflictCandidate> Find(
        DetectableKind kind, Rule rule, RuleModality opposite, bool resolved, IReadOnlyList<Rule>? others)
    {
        foreach (Rule other in others ?? book.Opponents(rule))
        {
            if (other.Modality != opposite || !ReferenceEquals(other.Order, rule.Order) || ReferenceEquals(other.Clause, rule.Clause))
            {
                continue;
            }

            if (_regions.Overlaps(book.Undefeated(rule), book.Undefeated(other)))
            {
                yield return new ConflictCandidate(
                    kind, ConflictStatus.Unresolved, [rule, other], _regions.And(book.Undefeated(rule), book.Undefeated(other)));
            }
            else if (resolved && _regions.And(book.Existing, _regions.And(rule.Region, other.Region)) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(kind, ConflictStatus.Resolved, [rule, other], overlap);
            }
        }
    }
}

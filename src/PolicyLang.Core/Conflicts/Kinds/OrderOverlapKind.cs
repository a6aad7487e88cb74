using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>What the kinds share that are between two rules of one legal order: these say opposite things of a case.</summary>
/// <param name="opposite">The modality on the other side.</param>
internal abstract class OrderOverlapKind(RuleModality opposite) : DetectableKind
{
    public override IConflictDetector Detector(RuleBook book) => new Search(this, book, opposite);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules, witness);

    public override string Help(ConflictCandidate candidate) =>
        $"Say which prevails: 'subject to {candidate.FirstClause}' in {candidate.LastClause}, or the reverse.";

    /// <summary>Whether such a conflict starts from a rule.</summary>
    protected abstract bool StartsFrom(Rule rule);

    private sealed class Search(OrderOverlapKind kind, RuleBook book, RuleModality opposite) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            kind.StartsFrom(rule) ? FindBetween(rule, resolved, others ?? book.Opponents(rule)) : [];

        private IEnumerable<ConflictCandidate> FindBetween(Rule rule, bool resolved, IReadOnlyList<Rule> others)
        {
            foreach (Rule other in others)
            {
                if (other.Modality != opposite || !ReferenceEquals(other.Order, rule.Order) || ReferenceEquals(other.Clause, rule.Clause))
                {
                    continue;
                }

                if (book.StandTogether(rule, other))
                {
                    yield return new ConflictCandidate(kind, ConflictStatus.Unresolved, [rule, other],
                        _regions.And(book.UncutAtIssue(rule), book.UncutAtIssue(other)));
                }
                else if (resolved && _regions.And(book.Existing, _regions.And(rule.Region, other.Region)) is { IsEmpty: false } overlap)
                {
                    yield return new ConflictCandidate(kind, ConflictStatus.Resolved, [rule, other], overlap);
                }
            }
        }
    }
}

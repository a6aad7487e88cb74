using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>
/// A rule of an organisation's policy that permits or demands what law above it prohibits, or waives what it requires. That the law
/// prevails resolves what may be done, not what the policy tells its readers.
/// </summary>
internal sealed class UnlawfulPermission : DetectableKind
{
    public static readonly UnlawfulPermission Instance = new();

    public override ConflictKind Kind => ConflictKind.UnlawfulPermission;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.UnlawfulPermission;

    public override string WireName => "unlawful-permission";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.StandWithinOrder(candidate.Rules.Take(1), witness) && replay.Stand(candidate.Rules.Skip(1), witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved)
    {
        Rule policy = candidate.Rules[0];
        string above = $"and {candidate.Rules[1].Order.Name} stands above {policy.Order.Name}.";
        string others = ConflictPhrases.Others(candidate);
        if (policy.Modality == RuleModality.Waiver)
        {
            return $"{ConflictPhrases.Name(policy)} says that need not be done what {others} requires, {above}";
        }

        return $"{ConflictPhrases.Name(policy)} {(policy.Modality == RuleModality.Obligation ? "requires" : "permits")} what {others} "
            + $"{ConflictPhrases.Prohibit(candidate)}, {above}";
    }

    public override string Help(ConflictCandidate candidate) =>
        $"Narrow {candidate.FirstClause}, or write 'subject to {candidate.LastClause}' in it.";

    public override string Title(Conflict conflict) =>
        $"{GroupPhrases.First(conflict)} permits what {GroupPhrases.Others(conflict)} {GroupPhrases.Prohibit(conflict)}";

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others)
        {
            if (rule.Modality is not (RuleModality.Permission or RuleModality.Obligation or RuleModality.Waiver)
                || rule.IsSoft || rule.Clause.Framework.Rank != Rank.Policy)
            {
                yield break;
            }

            RuleModality opposite = rule.Modality == RuleModality.Waiver ? RuleModality.Obligation : RuleModality.Prohibition;
            foreach (Rule prohibition in (others ?? book.Opponents(rule))
                .Where(p => p.Modality == opposite && !p.IsSoft && !ReferenceEquals(p.Order, rule.Order)))
            {
                Region above = book.Precedences.Above(prohibition.Order, rule.Order);
                Region open = _regions.Overlaps(book.UncutWithinOrderAtIssue(rule), book.UncutAtIssue(prohibition))
                    ? _regions.And(above, _regions.And(book.UncutWithinOrderAtIssue(rule), book.UncutAtIssue(prohibition)))
                    : _regions.Empty;
                if (book.Cut.Leaves(open))
                {
                    yield return new ConflictCandidate(Instance, ConflictStatus.Unresolved, [rule, prohibition], open);
                }
                else if (resolved
                    && _regions.And(
                    book.Existing, _regions.And(above, _regions.And(rule.Region, prohibition.Region))) is { IsEmpty: false } overlap)
                {
                    yield return new ConflictCandidate(Instance, ConflictStatus.Resolved, [rule, prohibition], overlap);
                }
            }
        }
    }
}

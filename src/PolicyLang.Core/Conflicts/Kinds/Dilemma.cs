using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>
/// A duty that collides with prohibitions of whatever legal order: for some given facts the duty stands and every way to fulfil it is
/// prohibited.
/// </summary>
internal sealed class Dilemma : DetectableKind
{
    public static readonly Dilemma Instance = new();

    public override ConflictKind Kind => ConflictKind.Dilemma;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.Dilemma;

    public override string WireName => "dilemma";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules.Take(1), witness) && candidate.Rules.Skip(1).Any(r => replay.Stand([r], witness));

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} {ConflictPhrases.Requires(candidate.Rules[0])} what "
            + $"{ConflictPhrases.Others(candidate)} {ConflictPhrases.Prohibit(candidate)}: "
            + $"{(unresolved ? "no choice complies with both." : "without precedence no choice would comply with both.")}";

    public override string Help(ConflictCandidate candidate) =>
        $"Let one yield ('subject to {candidate.FirstClause}' in {candidate.LastClause}, or the reverse), narrow one of them, or "
            + $"{ConflictPhrases.Acknowledge(candidate)}.";

    public override string Title(Conflict conflict) =>
        $"{GroupPhrases.First(conflict)} requires what {GroupPhrases.Others(conflict)} {GroupPhrases.Prohibit(conflict)}";

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;
        private readonly UnavoidableCases _unavoidable = new(book);

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality == RuleModality.Obligation ? Find(rule, resolved) : [];

        private IEnumerable<ConflictCandidate> Find(Rule obligation, bool resolved)
        {
            List<Rule> prohibitions = book.Opponents(obligation)
                .Where(p => p.Modality == RuleModality.Prohibition && !ReferenceEquals(p.Clause, obligation.Clause))
                .ToList();
            List<Rule> active = prohibitions.Where(p => book.StandTogether(obligation, p)).ToList();
            var unavoidable = new HashSet<ClauseSymbol>();
            Region duty = book.UncutAtIssue(obligation);
            if (active.Count > 0)
            {
                // A prohibition that prevails over the duty still closes ways, so it takes part.
                Dictionary<Rule[], Region> closing = prohibitions
                    .Where(p => book.Cut.Meet(obligation.Region, book.UncutAtIssue(p)))
                    .GroupBy(p => p.Clause).Select(g => g.ToArray())
                    .ToDictionary(rules => rules, rules => _unavoidable.Closed(obligation.Region, rules, book.UncutAtIssue));
                bool Closes(IEnumerable<Rule[]> set) => !_unavoidable.Find(
                    obligation, duty, _regions.Union([.. set.Select(r => closing[r])]), _regions.Full).IsEmpty;
                List<List<Rule[]>> sets = MinimalSets.Find([.. closing.Keys], Closes, out bool complete);
                if (!complete)
                {
                    book.Leave(obligation.Clause);
                }

                foreach (List<Rule[]> set in sets)
                {
                    ImmutableArray<Rule> together = [.. set.SelectMany(p => p)];
                    Region given = _unavoidable.Find(obligation, duty, together);
                    if (set.Count == 1)
                    {
                        unavoidable.Add(together[0].Clause);
                    }

                    yield return new ConflictCandidate(Instance, ConflictStatus.Unresolved, [obligation, .. together],
                        _regions.And(given, _regions.And(duty, _unavoidable.Undefeated(together))));
                }
            }

            foreach (Rule prohibition in active.Where(p => !unavoidable.Contains(p.Clause)))
            {
                yield return new ConflictCandidate(AvoidableDilemma.Instance, ConflictStatus.Avoidable, [obligation, prohibition],
                    _regions.And(duty, book.UncutAtIssue(prohibition)));
            }

            foreach (Rule prohibition in resolved ? prohibitions.Except(active) : [])
            {
                Region overlap = _regions.And(book.Existing, _regions.And(obligation.Region, prohibition.Region));
                if (overlap.IsEmpty)
                {
                    continue;
                }

                Region whole = _regions.And(book.Existing, obligation.Region);
                bool dilemma = !_unavoidable.Find(obligation, whole, prohibition.Region, _regions.Full).IsEmpty;
                yield return new ConflictCandidate(dilemma ? Instance : AvoidableDilemma.Instance, ConflictStatus.Resolved,
                    [obligation, prohibition], overlap);
            }
        }
    }
}

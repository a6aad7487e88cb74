using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>
/// Policies of an organisation that leave no way to do what an order above it requires. That the law prevails resolves what has to be
/// done, not what the policy tells its readers.
/// </summary>
internal sealed class UnlawfulProhibition : DetectableKind
{
    public static readonly UnlawfulProhibition Instance = new();

    public override ConflictKind Kind => ConflictKind.UnlawfulProhibition;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.UnlawfulProhibition;

    public override string WireName => "unlawful-prohibition";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules.Take(1), witness)
        && candidate.Rules.Skip(1).Any(r => replay.StandWithinOrder([r], witness) || replay.Stand([r], witness));

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} requires what {ConflictPhrases.Others(candidate)} "
            + $"{ConflictPhrases.Prohibit(candidate)}, and {candidate.Rules[0].Order.Name} stands above {Main(candidate).Order.Name}: "
            + "the policy leaves no way to comply.";

    public override string Help(ConflictCandidate candidate) =>
        $"Except in the policy what {candidate.FirstClause} requires, or write 'subject to {candidate.FirstClause}' in it.";

    public override string Title(Conflict conflict) =>
        $"{GroupPhrases.Others(conflict)} leaves no way of doing what {GroupPhrases.First(conflict)} requires";

    public override Rule Main(ConflictCandidate candidate) => candidate.Rules.Skip(1).First(r => IsPolicy(r.Clause.Framework));

    private static bool IsPolicy(FrameworkSymbol framework) => framework.Rank == Rank.Policy;

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;
        private readonly UnavoidableCases _unavoidable = new(book);
        private readonly ClauseRegions _slots = new(book.Model, book.Compiler);
        private readonly ImmutableArray<OrganisationSymbol> _organisations = [.. book.Model.Organisations];

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality == RuleModality.Obligation ? Find(rule) : [];

        private IEnumerable<ConflictCandidate> Find(Rule obligation)
        {
            ImmutableArray<Rule> prohibitions =
                [.. book.Opponents(obligation)
                .Where(p => p.Modality == RuleModality.Prohibition && !ReferenceEquals(p.Clause, obligation.Clause))];
            if (!prohibitions.Any(p => IsPolicy(p.Clause.Framework)))
            {
                yield break;
            }

            foreach (OrganisationSymbol organisation in _organisations)
            {
                HashSet<Symbol> own = [organisation, .. LegalOrders.Above(organisation).OfType<OrganisationSymbol>()];
                Region holds = _regions.And(_slots.CasesOf(organisation), book.Precedences.Above(obligation.Order, organisation));
                if (holds.IsEmpty || (own.Contains(obligation.Order) && IsPolicy(obligation.Clause.Framework)))
                {
                    continue;
                }

                foreach (ConflictCandidate found in Find(obligation, prohibitions, own, holds))
                {
                    yield return found;
                }
            }
        }

        private IEnumerable<ConflictCandidate> Find(Rule obligation, ImmutableArray<Rule> prohibitions, HashSet<Symbol> own, Region holds)
        {
            Region duty = _regions.And(book.Undefeated(obligation), holds);
            bool IsOwn(Rule rule) => IsPolicy(rule.Clause.Framework) && own.Contains(rule.Order);
            Region Stands(Rule rule) => IsOwn(rule) ? book.UndefeatedWithinOrder(rule) : book.Undefeated(rule);
            ImmutableArray<Rule[]> closing =
                [.. prohibitions.Where(p => _regions.Overlaps(duty.IsEmpty ? duty : obligation.Region, Stands(p))).GroupBy(p => p.Clause)
                .Select(g => g.ToArray())];
            if (duty.IsEmpty || !closing.Any(c => IsOwn(c[0])))
            {
                yield break;
            }

            Region Together(IEnumerable<Rule[]> set) => _regions.Union([.. set.SelectMany(r => r).Select(Stands)]);
            List<List<Rule[]>> sets =
                MinimalSets.Find(closing, s => !_unavoidable.Find(obligation, duty, Together(s), holds).IsEmpty, out bool complete);
            if (!complete)
            {
                book.Undecided.Add(obligation.Clause);
            }

            foreach (List<Rule[]> set in sets.Where(
                s => s.Exists(c => IsOwn(c[0])) && !IsDilemma(obligation, [.. s.Where(c => !IsOwn(c[0])).SelectMany(c => c)])))
            {
                Region given = _unavoidable.Find(obligation, duty, Together(set), holds);
                Region shown = _regions.And(given, _regions.And(duty, Together(set.Where(c => IsOwn(c[0])))));
                shown = shown.IsEmpty ? _regions.And(given, duty) : shown;
                yield return new ConflictCandidate(
                    Instance, ConflictStatus.Unresolved, [obligation, .. set.SelectMany(r => r)], shown);
            }
        }

        private bool IsDilemma(Rule obligation, ImmutableArray<Rule> prohibitions) => !prohibitions.IsEmpty
            && !_unavoidable.Find(obligation, book.Undefeated(obligation), prohibitions).IsEmpty;
    }
}

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
            Region duty = _regions.And(book.UncutAtIssue(obligation), holds);
            bool IsOwn(Rule rule) => IsPolicy(rule.Clause.Framework) && own.Contains(rule.Order);
            Region Stands(Rule rule) => IsOwn(rule) ? book.UncutWithinOrderAtIssue(rule) : book.UncutAtIssue(rule);
            Region facts = duty.IsEmpty ? duty : FactsOfOwn(obligation, duty, [.. prohibitions.Where(IsOwn)], Stands);
            if (facts.IsEmpty)
            {
                yield break;
            }

            Region ways = _regions.And(obligation.Region, facts);
            Region trigger = _regions.And(obligation.Trigger, facts);
            Region standing = _regions.And(duty, facts);
            Dictionary<Rule[], Region> closing = prohibitions.GroupBy(p => p.Clause).Select(g => g.ToArray())
                .Select(rules => (rules, closed: _unavoidable.Closed(ways, rules, Stands))).Where(c => book.Cut.Leaves(c.closed))
                .ToDictionary(c => c.rules, c => c.closed);
            bool Closes(IEnumerable<Rule[]> set) =>
                !_unavoidable.Find(trigger, ways, standing, _regions.Union([.. set.Select(r => closing[r])]), holds).IsEmpty;
            Region Together(IEnumerable<Rule[]> set) => _regions.Union([.. set.SelectMany(r => r).Select(Stands)]);
            bool IsMinimal(List<Rule[]> set) => set.Count == 1 || set.TrueForAll(left => _unavoidable.Find(
                obligation, duty, Together(set.Where(r => !ReferenceEquals(r, left))), holds).IsEmpty);
            List<List<Rule[]>> sets = MinimalSets.Find([.. closing.Keys], Closes, out bool complete);
            if (!complete)
            {
                book.Leave(obligation.Clause);
            }

            foreach (List<Rule[]> set in sets.Where(s => s.Exists(c => IsOwn(c[0])) && IsMinimal(s)
                && !IsDilemma(obligation, [.. s.Where(c => !IsOwn(c[0])).SelectMany(c => c)])))
            {
                Region given = _unavoidable.Find(obligation, duty, Together(set), holds);
                Region shown = _regions.And(given, _regions.And(duty, Together(set.Where(c => IsOwn(c[0])))));
                shown = book.Cut.Leaves(shown) ? shown : _regions.And(given, duty);
                yield return new ConflictCandidate(
                    Instance, ConflictStatus.Unresolved, [obligation, .. set.SelectMany(r => r)], shown);
            }
        }

        // A set with a policy in it matters only where the policy closes a way.
        private Region FactsOfOwn(Rule obligation, Region duty, ImmutableArray<Rule> own, Func<Rule, Region> standing) => _regions.And(
            _unavoidable.ForSomeChoice(duty), _unavoidable.ForSomeChoice(_unavoidable.Closed(obligation.Region, own, standing)));

        private bool IsDilemma(Rule obligation, ImmutableArray<Rule> prohibitions) => !prohibitions.IsEmpty
            && !_unavoidable.Find(obligation, book.UncutAtIssue(obligation), prohibitions).IsEmpty;
    }
}

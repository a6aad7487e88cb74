using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>Law that a party has to make: cases that no rule of its law covers.</summary>
internal sealed class MissingTransposition : DetectableKind
{
    public static readonly MissingTransposition Instance = new();

    public override ConflictKind Kind => ConflictKind.MissingTransposition;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.MissingTransposition;

    public override string WireName => "missing-transposition";

    // It is said of all parties that have not made the law.
    public override bool NamesAllRules => true;

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.StandWithinOrder(candidate.Rules.Take(1), witness) && !IsCovered(replay.Book, candidate.Rules[0], witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved)
    {
        bool prohibit = candidate.Rules[0].Modality == RuleModality.DutyToProhibit;
        bool several = candidate.Rules.Select(r => r.Party).Distinct().Count() > 1;
        return $"{ConflictPhrases.Name(candidate.Rules[0])} binds {ConflictPhrases.Parties(candidate)} to "
            + $"{(prohibit ? "prohibit" : "require")} what no clause of {(several ? "their" : "that")} law "
            + $"{(prohibit ? "prohibits" : "requires")} in the case shown.";
    }

    public override string Help(ConflictCandidate candidate)
    {
        ClauseSymbol duty = candidate.Rules[0].Clause;
        return $"Add the clause to that law, or reserve '{duty.Name}' where the party adopts '{duty.Framework.Name}'.";
    }

    public override string Title(Conflict conflict) =>
        $"{GroupPhrases.First(conflict)} asks for law that {GroupPhrases.Parties(conflict)} "
            + $"{(conflict.Parties.Length > 1 ? "have" : "has")} not made";

    // The modality of the rules that fulfil a duty to make law.
    private static RuleModality Wanted(Rule duty) =>
        duty.Modality == RuleModality.DutyToProhibit ? RuleModality.Prohibition : RuleModality.Obligation;

    private static bool IsCovered(RuleBook book, Rule duty, long[] witness)
    {
        RuleModality wanted = Wanted(duty);
        return duty.Party is { } party && book.LawOf(party).Any(law => book.Space.Regions.Holds(law.Days, witness)
            && book.ConductOf(law.Order, wanted).Any(r => (duty.IsSoft || !r.IsSoft) && book.Space.Regions.Holds(r.Region, witness)));
    }

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;

        // A clause with a mistake may be the very law that seems to be missing.
        private readonly Lazy<HashSet<Symbol>> _unsure = new(() =>
            [.. book.Model.Frameworks.Where(f => f.Clauses.Any(c => c.HasErrors)).Select(f => f.Authority).OfType<Symbol>()]);

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality is RuleModality.DutyToProhibit or RuleModality.DutyToRequire ? Find(rule) : [];

        // The gap in the law of the party that the duty binds, if any.
        private IEnumerable<ConflictCandidate> Find(Rule duty)
        {
            if (duty.Party is not { } party || duty.IsDraft)
            {
                yield break;
            }

            RuleModality wanted = Wanted(duty);
            ImmutableArray<(Symbol Order, Region Days)> law = [.. book.LawOf(party)];

            // Where the workspace holds no law of the party there is nothing to look at.
            Region missing = _regions.And(book.UncutWithinOrderAtIssue(duty), _regions.Union([.. law.Select(l => l.Days)]));
            missing = _regions.Difference(missing, book.Parties.ReservedBy(duty.Clause, party));
            foreach ((Symbol order, Region days) in law)
            {
                if (_unsure.Value.Contains(order))
                {
                    yield break;
                }

                foreach (Rule rule in book.ConductOf(order, wanted)
                    .Where(r => (duty.IsSoft || !r.IsSoft) && _regions.Overlaps(r.Region, missing)))
                {
                    missing = _regions.Difference(missing, _regions.And(rule.Region, days));
                }
            }

            if (book.Cut.Leaves(missing))
            {
                yield return new ConflictCandidate(Instance, ConflictStatus.Unresolved, [duty], missing)
                { Concerned = [ConcernedLaw.Create(duty, missing)] };
            }
        }
    }
}

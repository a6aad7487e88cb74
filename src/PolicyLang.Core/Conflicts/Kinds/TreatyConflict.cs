using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>Treaties, or clauses of one draft, that guarantee what another asks a party's law to break: no law complies with
/// both.</summary>
internal sealed class TreatyConflict : DetectableKind
{
    public static readonly TreatyConflict Instance = new();

    public override ConflictKind Kind => ConflictKind.TreatyConflict;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.TreatyConflict;

    public override string WireName => "treaty-conflict";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules, witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved)
    {
        string asks = candidate.Rules[1].Modality == RuleModality.DutyToProhibit ? "prohibit" : "require";
        string guaranteed = candidate.Rules[0].Modality == RuleModality.AllowGuarantee ? "allow" : "not require";
        bool one = candidate.Concerned.Select(c => c.Party).Distinct().Count() < 2;
        return $"{candidate.FirstClause} binds {ConflictPhrases.Parties(candidate)} to {guaranteed} what "
            + $"{candidate.Rules[1].Clause.QualifiedName} binds {(one ? "it" : "them")} to {asks}: no law complies with both.";
    }

    public override string Help(ConflictCandidate candidate) =>
        $"Let one yield ('subject to {candidate.LastClause}' in {candidate.FirstClause}, or the reverse), except there what the other "
            + $"asks for, or {ConflictPhrases.Acknowledge(candidate)}.";

    public override string Title(Conflict conflict)
    {
        string bind = conflict.Sides.Length == 1
            ? $"Clauses of {GroupPhrases.First(conflict)}"
            : $"{GroupPhrases.First(conflict)} and {GroupPhrases.Others(conflict)}";
        return $"{bind} bind {GroupPhrases.Parties(conflict)} to laws that exclude each other";
    }

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.IsGuarantee && rule.Judged is null ? Find(rule, resolved) : [];

        // From a guarantee for the law of a party as a whole.
        private IEnumerable<ConflictCandidate> Find(Rule guarantee, bool resolved)
        {
            foreach (Rule duty in book.Opponents(guarantee).Where(d => OpposingModalities.AreTreatyPair(guarantee.Modality, d.Modality)))
            {
                Region open = _regions.And(book.Uncut(guarantee), book.Uncut(duty));
                if (book.Cut.Leaves(open))
                {
                    yield return new ConflictCandidate(Instance, ConflictStatus.Unresolved, [guarantee, duty], open)
                    { Concerned = [new ConcernedLaw(guarantee, open, PartyToReport(guarantee, duty))] };
                }
                else if (resolved && _regions.And(book.Existing, _regions.And(guarantee.Region, duty.Region)) is { IsEmpty: false } overlap)
                {
                    yield return new ConflictCandidate(Instance, ConflictStatus.Resolved, [guarantee, duty], overlap)
                    { Concerned = [new ConcernedLaw(guarantee, overlap, PartyToReport(guarantee, duty))] };
                }
            }
        }

        // Bound twice by one bloc: name the bloc; by different treaties: name the member.
        private static Symbol? PartyToReport(Rule guarantee, Rule duty) =>
            ReferenceEquals(guarantee.BoundAs, duty.BoundAs) ? guarantee.BoundAs ?? guarantee.Party : guarantee.Party;
    }
}

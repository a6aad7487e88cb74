using PolicyLang.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A duty and a waiver of one legal order that meet in a case.</summary>
internal sealed class WaiverConflict : DetectableKind
{
    public static readonly WaiverConflict Instance = new();

    public override ConflictKind Kind => ConflictKind.WaiverConflict;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.WaiverConflict;

    public override string WireName => "waiver-conflict";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules, witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} {ConflictPhrases.Requires(candidate.Rules[0])} what "
            + $"{ConflictPhrases.Others(candidate)} says need not be done, in the same legal order"
            + $"{(unresolved ? ", and neither prevails." : ".")}";

    public override string Help(ConflictCandidate candidate) =>
        $"Say which prevails: 'subject to {candidate.FirstClause}' in {candidate.LastClause}, or the reverse.";

    public override string Title(Conflict conflict) => $"{GroupPhrases.First(conflict)} requires what it says need not be done";

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly OrderOverlaps _overlaps = new(book);

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality == RuleModality.Obligation
                ? _overlaps.Find(Instance, rule, RuleModality.Waiver, resolved, others)
                : [];
    }
}

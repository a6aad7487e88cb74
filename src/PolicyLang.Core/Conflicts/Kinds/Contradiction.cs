using PolicyLang.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A permission and a prohibition of one legal order that meet in a case.</summary>
internal sealed class Contradiction : DetectableKind
{
    public static readonly Contradiction Instance = new();

    public override ConflictKind Kind => ConflictKind.Contradiction;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.Contradiction;

    public override string WireName => "contradiction";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules, witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} permits what {ConflictPhrases.Others(candidate)} "
            + $"{ConflictPhrases.Prohibit(candidate)}, in the same legal order{(unresolved ? ", and neither prevails." : ".")}";

    public override string Help(ConflictCandidate candidate) =>
        $"Say which prevails: 'subject to {candidate.FirstClause}' in {candidate.LastClause}, or the reverse.";

    public override string Title(Conflict conflict) => $"{GroupPhrases.First(conflict)} both permits and prohibits the same";

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly OrderOverlaps _overlaps = new(book);

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality == RuleModality.Permission && !rule.IsWeak
                ? _overlaps.Find(Instance, rule, RuleModality.Prohibition, resolved, others)
                : [];
    }
}

using PolicyLang.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A duty that a prohibition forbids to fulfil in some ways, while other ways comply with both.</summary>
internal sealed class AvoidableDilemma : DetectableKind
{
    public static readonly AvoidableDilemma Instance = new();

    public override ConflictKind Kind => ConflictKind.AvoidableDilemma;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.AvoidableDilemma;

    public override string WireName => "avoidable-dilemma";

    // Avoidable dilemmas need the unavoidable ones first, so one search finds both.
    public override IConflictDetector? Detector(RuleBook book) => null;

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.Stand(candidate.Rules, witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} {ConflictPhrases.Requires(candidate.Rules[0])} an act that "
            + $"{ConflictPhrases.Others(candidate)} {ConflictPhrases.Prohibit(candidate)} in some ways of doing it; "
            + "other ways comply with both.";

    public override string? Help(ConflictCandidate candidate) => null;

    public override string Title(Conflict conflict) =>
        $"{GroupPhrases.First(conflict)} requires what {GroupPhrases.Others(conflict)} {GroupPhrases.Prohibit(conflict)} in some ways of "
            + "doing it";
}

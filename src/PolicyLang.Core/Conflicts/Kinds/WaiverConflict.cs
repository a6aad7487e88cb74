using PolicyLang.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A duty and a waiver of one legal order that meet in a case.</summary>
internal sealed class WaiverConflict() : OrderOverlapKind(RuleModality.Waiver)
{
    public static readonly WaiverConflict Instance = new();

    public override ConflictKind Kind => ConflictKind.WaiverConflict;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.WaiverConflict;

    public override string WireName => "waiver-conflict";

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} {ConflictPhrases.Requires(candidate.Rules[0])} what "
            + $"{ConflictPhrases.Others(candidate)} says need not be done, in the same legal order"
            + $"{(unresolved ? ", and neither prevails." : ".")}";

    public override string Title(Conflict conflict) => $"{GroupPhrases.First(conflict)} requires what it says need not be done";

    protected override bool StartsFrom(Rule rule) => rule.Modality == RuleModality.Obligation;
}

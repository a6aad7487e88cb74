using PolicyLang.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A permission and a prohibition of one legal order that meet in a case.</summary>
internal sealed class Contradiction() : OrderOverlapKind(RuleModality.Prohibition)
{
    public static readonly Contradiction Instance = new();

    public override ConflictKind Kind => ConflictKind.Contradiction;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.Contradiction;

    public override string WireName => "contradiction";

    public override string Sentence(ConflictCandidate candidate, bool unresolved) =>
        $"{ConflictPhrases.Name(candidate.Rules[0])} permits what {ConflictPhrases.Others(candidate)} "
            + $"{ConflictPhrases.Prohibit(candidate)}, in the same legal order{(unresolved ? ", and neither prevails." : ".")}";

    public override string Title(Conflict conflict) => $"{GroupPhrases.First(conflict)} both permits and prohibits the same";

    protected override bool StartsFrom(Rule rule) => rule.Modality == RuleModality.Permission && !rule.IsWeak;
}

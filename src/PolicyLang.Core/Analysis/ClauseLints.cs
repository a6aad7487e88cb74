using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>What a careful editor would note about the wording of one clause.</summary>
internal static class ClauseLints
{
    private static readonly string[] TellingVerbs = ["notify", "inform", "report", "file"];

    public static IEnumerable<Diagnostic> Check(ClauseSymbol clause)
    {
        if (clause.Meaning is not { } meaning || clause.Syntax.Node.Sentence is not { } sentence)
        {
            yield break;
        }

        foreach (UnlessModifierSyntax unless in clause.Syntax.Node.Modifiers.OfType<UnlessModifierSyntax>())
        {
            if (unless.Condition is NotConditionSyntax { Operand: not NotConditionSyntax } not)
            {
                TextSpan words = TextSpan.FromBounds(unless.KeywordSpan.Start, not.Operand.Span.Start);
                Location location = Locate(clause, words);
                yield return StyleDiagnostics.DoubleNegative.Create(location, "'unless not' says the same as 'when', in a roundabout way.",
                    "Write 'when'.", fix: new Fix("Write 'when'", [new TextEdit(location.Span, "when ")]));
            }
        }

        foreach ((NotConditionSyntax outer, NotConditionSyntax inner) in clause.Syntax.Node.Modifiers.SelectMany(Conditions)
            .SelectMany(DoubleNots))
        {
            Location location = Locate(clause, TextSpan.FromBounds(outer.Span.Start, inner.Operand.Span.Start));
            bool plain = location.Text.Content.IndexOf('(', location.Span.Start, location.Span.Length) < 0;
            yield return StyleDiagnostics.DoubleNegative.Create(location, "'not not' says the same as neither.", "Leave both out.",
                fix: plain ? new Fix("Remove both", [new TextEdit(location.Span, string.Empty)]) : null);
        }

        if (sentence is ConductSentenceSyntax { Modality: Modality.Must, Subject: null } duty)
        {
            yield return StyleDiagnostics.NoAddressee.Create(Locate(clause, duty.ModalitySpan),
                $"The duty '{clause.QualifiedName}' does not say whose it is, so it is everybody's.",
                "Name the role before 'must', if not everybody is meant.");
        }

        if (meaning.Modality == Modality.Must && meaning.Within is null && Tells(meaning))
        {
            yield return StyleDiagnostics.NoDeadline.Create(Locate(clause, sentence.Act.Verbs.Span),
                $"The duty '{clause.QualifiedName}' has no deadline.", "Add 'within' and a time, for example 'within 72 hours'.");
        }

        if (clause.ClauseKind == ClauseKind.Transfer && (meaning.From is null) != (meaning.To is null))
        {
            string open = meaning.From is null ? "from" : "to";
            yield return StyleDiagnostics.OpenPlace.Create(clause.Location,
                $"The transfer clause '{clause.QualifiedName}' does not say {(open == "from" ? "from where" : "to where")}, so it holds "
                + "for every place.", $"Add '{open} …', or '{open} anywhere' if every place is meant.");
        }

        if (clause.ClauseKind != ClauseKind.Norm && meaning is { From: null, To: null, In: null, Outside: null, Of: null })
        {
            yield return StyleDiagnostics.Unscoped.Create(clause.Location,
                $"The clause '{clause.QualifiedName}' names no place, so it applies world-wide.",
                "Add 'from', 'to', 'in' or 'of' and the places that are meant; 'from anywhere' says that all are.");
        }
    }

    private static IEnumerable<ConditionSyntax> Conditions(ModifierSyntax modifier) =>
        modifier is ConditionModifierSyntax { Condition: var condition } ? [condition] : [];

    private static IEnumerable<(NotConditionSyntax Outer, NotConditionSyntax Inner)> DoubleNots(ConditionSyntax condition) =>
        condition switch
    {
        NotConditionSyntax { Operand: NotConditionSyntax inner } outer => [(outer, inner)],
        NotConditionSyntax c => DoubleNots(c.Operand),
        AndConditionSyntax c => c.Operands.SelectMany(DoubleNots),
        OrConditionSyntax c => c.Operands.SelectMany(DoubleNots),
        _ => [],
    };

    private static bool Tells(BoundClause meaning) =>
        meaning.Verbs is BoundListSet { Outside: false } verbs && verbs.Members.Any(v => Array.IndexOf(TellingVerbs, v.Name) >= 0);

    private static Location Locate(ClauseSymbol clause, TextSpan span) => clause.Location with { Span = clause.Syntax.Absolute(span) };
}

using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Checks that the kind, the modality and the modifiers of a clause go together.</summary>
internal sealed class ClauseFormChecker(BindingScope scope, SetBinder sets)
{
    /// <summary>Reports what does not go together in a clause.</summary>
    public void Check(ClauseSymbol clause, BoundClause bound, SyntaxContext site)
    {
        ClauseSyntax syntax = clause.Syntax.Node;
        if (clause.ClauseKind == ClauseKind.Transfer)
        {
            CheckTransfer(bound, syntax, site);
        }

        foreach (ModifierSyntax modifier in syntax.Modifiers)
        {
            CheckModifier(clause, bound, modifier, site);
        }

        if (bound.Modality == Modality.MayOnly && bound.Conditions.IsEmpty && syntax.Sentence is ConductSentenceSyntax sentence)
        {
            sets.Refuse(FormDiagnostics.MayOnlyWithoutCondition.Create(
                site.Locate(sentence.ModalitySpan),
                "'may only' says under which condition alone something is allowed, and no condition follows.",
                "Add 'when …' (or 'unless …'), or write 'may'."));
        }
    }

    private void CheckTransfer(BoundClause bound, ClauseSyntax syntax, SyntaxContext site)
    {
        if (bound.From is null && bound.To is null)
        {
            sets.Refuse(FormDiagnostics.TransferWithoutPlace.Create(
                site.Locate(syntax.Name.Span),
                $"The transfer clause '{syntax.Name.Text}' says neither from where nor to where.",
                "Add 'from …' or 'to …'; for a rule about where data lives, write 'sovereignty'."));
        }

        if (scope.Taxonomy("action")?.Find(BuiltInAttributes.TransferAction) is { } transfer
            && bound.Verbs is BoundListSet { Outside: false } verbs
            && verbs.Members.FirstOrDefault(v => v is NodeSymbol node && !node.IsWithin(transfer)) is { } other
            && syntax.Sentence is { } sentence)
        {
            sets.Refuse(FormDiagnostics.TransferVerb.Create(
                site.Locate(sentence.Act.Verbs.Span),
                $"A transfer clause governs 'transfer' or an action below it; '{other.Name}' is none.",
                "Write 'sovereignty' instead of 'transfer' before the clause's name.",
                fix: new Fix("Write 'sovereignty'", [new TextEdit(site.Locate(syntax.KeywordSpan).Span, "sovereignty")])));
        }
    }

    // A duty that is exempt from clauses of its own legal order prevails over them.
    private static bool MayPrevail(ClauseSymbol clause, BoundClause bound) =>
        bound.Modality == Modality.Must && clause.Precedences.Where(p => p.Relation == NameListKind.ExemptFrom)
            .All(p => ReferenceEquals(
                p.Target is ClauseSymbol c ? c.Framework.Authority : (p.Target as FrameworkSymbol)?.Authority, clause.Framework.Authority));

    private void CheckModifier(ClauseSymbol clause, BoundClause bound, ModifierSyntax modifier, SyntaxContext site)
    {
        Location keyword = site.Locate(modifier.KeywordSpan);
        switch (modifier)
        {
            case NotBeforeModifierSyntax when bound.Modality is Modality.MustNot or Modality.ShouldNot:
                sets.Refuse(FormDiagnostics.NotBeforeProhibition.Create(keyword,
                    "'not before' on a prohibition would forbid the act after the time, not before it.",
                    "Write 'within' for a waiting time: 'must not … within 10 days'.",
                    fix: new Fix("Write 'within'", [new TextEdit(keyword.Span, "within")])));
                break;
            case NameListModifierSyntax { Kind: NameListKind.ExemptFrom } when bound.Modality != Modality.May:
                sets.Refuse(FormDiagnostics.ExemptWithoutMay.Create(
                    keyword, "Only a permission exempts from other clauses.", "Write the sentence with 'may', or use 'prevails over'.",
                    fix: !MayPrevail(clause, bound)
                        ? null
                        : new Fix("Write 'prevails over'", [new TextEdit(keyword.Span, "prevails over")])));
                break;
            case InModifierSyntax { Only: true } when bound.Modality != Modality.Must:
                sets.Refuse(FormDiagnostics.OnlyInWithoutMust.Create(keyword,
                    "'only in' belongs to 'must': it asks for a place and forbids every other.",
                    "Write 'in', or the sentence with 'must'."));
                break;
        }
    }
}

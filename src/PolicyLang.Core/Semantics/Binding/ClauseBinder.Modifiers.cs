using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

internal sealed partial class ClauseBinder
{
    private BoundClause BindModifier(BoundClause clause, ModifierSyntax modifier, SyntaxContext site)
    {
        switch (modifier)
        {
            case FromModifierSyntax from:
                return clause with { From = Places(from.Set, site) };
            case ToModifierSyntax { Roles.IsEmpty: true, Set: ListSetSyntax { Outside: false, Except.IsEmpty: true } roles } when IsRoles(
                roles):
                RefuseRoles(roles, site);
                return clause;
            case ToModifierSyntax to:
                return clause with { To = Places(to.Set, site), Recipients = Roles(to.Roles, site) };
            case InModifierSyntax @in:
                return clause with { In = Places(@in.Set, site), OnlyIn = @in.Only };
            case OutsideModifierSyntax outside:
                return clause with { Outside = Places(outside.Set, site) };
            case CollectedModifierSyntax collected:
                return clause with { Collected = Places(collected.Set, site) };
            case WhereModifierSyntax where when conditions.Bind(where.Condition, site) is { } condition:
                return clause with { Where = clause.Where.Add(condition) };
            case TowardsAnyoneModifierSyntax:
                return clause with { TowardsAnyone = true };
            case ForModifierSyntax @for when scope.Attribute(BuiltInAttributes.Purpose)?.Taxonomy is { } purposes:
                return clause with { For = sets.Bind(@for.Set, purposes, "a purpose", site) };
            case AgainstModifierSyntax against when scope.Attribute(BuiltInAttributes.Target)?.Taxonomy is { } targets:
                return clause with { Against = sets.Bind(against.Set, targets, "a target", site) };
            case WhenModifierSyntax modified when conditions.Bind(modified.Condition, site) is { } condition:
                return clause with { Conditions = clause.Conditions.Add(condition) };
            case UnlessModifierSyntax unless when conditions.Bind(unless.Condition, site) is { } condition:
                return clause with { Conditions = clause.Conditions.Add(new BoundNot(condition)) };
            case WithModifierSyntax with:
                return clause with { With = conditions.Bind(with.Condition, site) };
            case WithinModifierSyntax within:
                return clause with { Within = Clock(within.Duration, site) };
            case NotBeforeModifierSyntax notBefore:
                return clause with { NotBefore = Clock(notBefore.Duration, site) };
            case NotEnforceableModifierSyntax notEnforceable:
                return clause with { NotEnforceable = true, NotEnforceableUntil = notEnforceable.Until?.Day };
            case NameListModifierSyntax { Kind: NameListKind.Notifying } notifying:
                return clause with { Notifying = Roles(notifying.Names, site) };
            case NameListModifierSyntax { Kind: NameListKind.ApprovedBy } approved:
                return clause with { ApprovedBy = Roles(approved.Names, site) };
            case NameListModifierSyntax { Kind: NameListKind.ExemptFrom }:
                return clause with { IsExemption = true };
            default:
                return clause;
        }
    }

    // "to Regulator": a recipient wherever it is.
    private bool IsRoles(ListSetSyntax set) =>
        _roles is { } roles && !set.Names.IsEmpty
            && set.Names.All(n => roles.Find(n.Text) is not null && scope.Element(n.Text, scope.Jurisdictions) is null);

    private void RefuseRoles(ListSetSyntax set, SyntaxContext site) => Refuse(NameDiagnostics.WrongKind.Create(
        site.Locate(set.Names[0].Span),
        $"'{set.Names[0].Text}' is a role; {PlaceExpected} is expected here.",
        "Say where the recipient is: 'to ROLE in PLACE', or 'in anywhere'.",
        fix: new Fix("Write 'in anywhere'", [new TextEdit(new TextSpan(site.Locate(set.Span).Span.End, 0), " in anywhere")])));

    private BoundSet Places(SetSyntax set, SyntaxContext site) => sets.Bind(set, scope.Jurisdictions, PlaceExpected, site);

    private ImmutableArray<Symbol> Roles(ImmutableArray<ReferenceSyntax> names, SyntaxContext site) =>
        _roles is null ? [] : sets.BindNames(names, _roles, "a role", site);

    private BoundClock? Clock(DurationSyntax duration, SyntaxContext site)
    {
        if (duration.Event is not { } name)
        {
            BoundClock plain = BoundClock.Create(duration, null);
            scope.Compare(plain.Name, plain.Length);
            return plain;
        }

        Location location = site.Locate(name.Span);
        if (scope.Attribute(name.Text) is not { } attribute)
        {
            sets.Failed = true;
            scope.ReportMissing(
                name.Text, location, "a flag", scope.Attributes.Values.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name));
            return null;
        }

        scope.Refer(attribute, location);
        if (attribute.Type != AttributeType.Flag)
        {
            Refuse(NameDiagnostics.WrongType.Create(
                location, $"'{name.Text}' is {attribute.Kind}; a clock starts with an event, which is a flag.", "Name a flag after 'of'."));
            return null;
        }

        BoundClock clock = BoundClock.Create(duration, attribute);
        scope.Compare(clock.Name, clock.Length);
        return clock;
    }

    private void CheckForm(ClauseSymbol clause, BoundClause bound, SyntaxContext site)
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
            Refuse(FormDiagnostics.MayOnlyWithoutCondition.Create(
                site.Locate(sentence.ModalitySpan),
                "'may only' says under which condition alone something is allowed, and no condition follows.",
                "Add 'when …' (or 'unless …'), or write 'may'."));
        }
    }

    private void CheckTransfer(BoundClause bound, ClauseSyntax syntax, SyntaxContext site)
    {
        if (bound.From is null && bound.To is null)
        {
            Refuse(FormDiagnostics.TransferWithoutPlace.Create(
                site.Locate(syntax.Name.Span),
                $"The transfer clause '{syntax.Name.Text}' says neither from where nor to where.",
                "Add 'from …' or 'to …'; for a rule about where data lives, write 'sovereignty'."));
        }

        if (_actions?.Find(BuiltInAttributes.TransferAction) is { } transfer && bound.Verbs is BoundListSet { Outside: false } verbs
            && verbs.Members.FirstOrDefault(v => v is NodeSymbol node && !node.IsWithin(transfer)) is { } other
            && syntax.Sentence is { } sentence)
        {
            Refuse(FormDiagnostics.TransferVerb.Create(
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
                Refuse(FormDiagnostics.NotBeforeProhibition.Create(keyword,
                    "'not before' on a prohibition would forbid the act after the time, not before it.",
                    "Write 'within' for a waiting time: 'must not … within 10 days'.",
                    fix: new Fix("Write 'within'", [new TextEdit(keyword.Span, "within")])));
                break;
            case NameListModifierSyntax { Kind: NameListKind.ExemptFrom } when bound.Modality != Modality.May:
                Refuse(FormDiagnostics.ExemptWithoutMay.Create(
                    keyword, "Only a permission exempts from other clauses.", "Write the sentence with 'may', or use 'prevails over'.",
                    fix: !MayPrevail(clause, bound)
                        ? null
                        : new Fix("Write 'prevails over'", [new TextEdit(keyword.Span, "prevails over")])));
                break;
            case InModifierSyntax { Only: true } when bound.Modality != Modality.Must:
                Refuse(FormDiagnostics.OnlyInWithoutMust.Create(keyword,
                    "'only in' belongs to 'must': it asks for a place and forbids every other.",
                    "Write 'in', or the sentence with 'must'."));
                break;
        }
    }
}

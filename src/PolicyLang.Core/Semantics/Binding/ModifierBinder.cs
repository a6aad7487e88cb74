using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the modifiers of a clause.</summary>
internal sealed class ModifierBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    /// <summary>What a clause means with some modifiers.</summary>
    public BoundClause Bind(BoundClause clause, ImmutableArray<ModifierSyntax> modifiers, SyntaxContext site)
    {
        // There may be a hundred thousand conditions.
        var bound = ImmutableArray.CreateBuilder<BoundCondition>();
        var where = ImmutableArray.CreateBuilder<BoundCondition>();
        foreach (ModifierSyntax modifier in modifiers)
        {
            clause = Bind(clause, modifier, site, bound, where);
        }

        return clause with { Conditions = bound.ToImmutable(), Where = where.ToImmutable() };
    }

    private BoundClause Bind(
        BoundClause clause, ModifierSyntax modifier, SyntaxContext site, ImmutableArray<BoundCondition>.Builder bound,
        ImmutableArray<BoundCondition>.Builder where)
    {
        switch (modifier)
        {
            case FromModifierSyntax from:
                return clause with { From = Places(from.Set, site) };
            case ToModifierSyntax { Roles.IsEmpty: true, Set: ListSetSyntax { Outside: false, Except.IsEmpty: true } roles }
                when IsRoles(roles):
                RefuseRoles(roles, site);
                return clause;
            case ToModifierSyntax to:
                return clause with { To = Places(to.Set, site), Recipients = RoleNames(to.Roles, site) };
            case InModifierSyntax @in:
                return clause with { In = Places(@in.Set, site), OnlyIn = @in.Only };
            case OutsideModifierSyntax outside:
                return clause with { Outside = Places(outside.Set, site) };
            case CollectedModifierSyntax collected:
                return clause with { Collected = Places(collected.Set, site) };
            case WhereModifierSyntax stated when conditions.Bind(stated.Condition, site) is { } condition:
                where.Add(condition);
                return clause;
            case TowardsAnyoneModifierSyntax:
                return clause with { TowardsAnyone = true };
            case ForModifierSyntax @for when scope.Attribute(BuiltInAttributes.Purpose)?.Taxonomy is { } purposes:
                return clause with { For = sets.Bind(@for.Set, purposes, "a purpose", site) };
            case AgainstModifierSyntax against when scope.Attribute(BuiltInAttributes.Target)?.Taxonomy is { } targets:
                return clause with { Against = sets.Bind(against.Set, targets, "a target", site) };
            case WhenModifierSyntax modified when conditions.Bind(modified.Condition, site) is { } condition:
                bound.Add(condition);
                return clause;
            case UnlessModifierSyntax unless when conditions.Bind(unless.Condition, site) is { } condition:
                bound.Add(new BoundNot(condition));
                return clause;
            case WithModifierSyntax with:
                return clause with { With = conditions.Bind(with.Condition, site) };
            case WithinModifierSyntax within:
                return clause with { Within = Clock(within.Duration, site) };
            case NotBeforeModifierSyntax notBefore:
                return clause with { NotBefore = Clock(notBefore.Duration, site) };
            case NotEnforceableModifierSyntax notEnforceable:
                return clause with { NotEnforceable = true, NotEnforceableUntil = notEnforceable.Until?.Day };
            case NameListModifierSyntax { Kind: NameListKind.Notifying } notifying:
                return clause with { Notifying = RoleNames(notifying.Names, site) };
            case NameListModifierSyntax { Kind: NameListKind.ApprovedBy } approved:
                return clause with { ApprovedBy = RoleNames(approved.Names, site) };
            case NameListModifierSyntax { Kind: NameListKind.ExemptFrom }:
                return clause with { IsExemption = true };
            default:
                return clause;
        }
    }

    // "to Regulator": a recipient wherever it is.
    private bool IsRoles(ListSetSyntax set) =>
        scope.Taxonomy("role") is { } roles && !set.Names.IsEmpty
            && set.Names.All(n => roles.Find(n.Text) is not null && scope.Element(n.Text, scope.Jurisdictions) is null);

    private void RefuseRoles(ListSetSyntax set, SyntaxContext site) => sets.Refuse(NameDiagnostics.WrongKind.Create(
        site.Locate(set.Names[0].Span),
        $"'{set.Names[0].Text}' is a role; {SetBinder.PlaceExpected} is expected here.",
        "Say where the recipient is: 'to ROLE in PLACE', or 'in anywhere'.",
        fix: new Fix("Write 'in anywhere'", [new TextEdit(new TextSpan(site.Locate(set.Span).Span.End, 0), " in anywhere")])));

    private BoundSet Places(SetSyntax set, SyntaxContext site) => sets.Bind(set, scope.Jurisdictions, SetBinder.PlaceExpected, site);

    private ImmutableArray<Symbol> RoleNames(ImmutableArray<ReferenceSyntax> names, SyntaxContext site) =>
        scope.Taxonomy("role") is not { } roles ? [] : sets.BindNames(names, roles, "a role", site);

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
            sets.Refuse(NameDiagnostics.WrongType.Create(
                location, $"'{name.Text}' is {attribute.Kind}; a clock starts with an event, which is a flag.", "Name a flag after 'of'."));
            return null;
        }

        BoundClock clock = BoundClock.Create(duration, attribute);
        scope.Compare(clock.Name, clock.Length);
        return clock;
    }
}

using System.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>One modifier of a clause or check. <c>KeywordSpan</c> covers its opening word or words.</summary>
internal abstract record ModifierSyntax(TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Which modifier it is; that of the whole family for <c>only in</c> and <c>in force until</c>.</summary>
    public abstract ModifierForm Form { get; }
}

/// <summary>A modifier that is a word and a condition.</summary>
internal abstract record ConditionModifierSyntax(ConditionSyntax Condition, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span);

internal sealed record FromModifierSyntax(SetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.From;
}

/// <summary><c>to [roles in|outside] places</c>; <paramref name="Roles"/> is empty where none are named.</summary>
internal sealed record ToModifierSyntax(ImmutableArray<ReferenceSyntax> Roles, SetSyntax Set, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.To;
}

/// <summary><c>[only] in places</c>.</summary>
internal sealed record InModifierSyntax(bool Only, SetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.In;
}

/// <summary><c>outside places</c> as a place of its own; the set has <c>Outside</c> set.</summary>
internal sealed record OutsideModifierSyntax(ListSetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Outside;
}

internal sealed record ForModifierSyntax(SetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.For;
}

internal sealed record AgainstModifierSyntax(SetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Against;
}

/// <summary><c>collected in places</c>: where the data were first collected.</summary>
internal sealed record CollectedModifierSyntax(SetSyntax Set, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.CollectedIn;
}

/// <summary><c>where condition</c>: what the clause is about; it may be repeated.</summary>
internal sealed record WhereModifierSyntax(ConditionSyntax Condition, TextSpan KeywordSpan, TextSpan Span)
    : ConditionModifierSyntax(Condition, KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Where;
}

/// <summary><c>towards anyone</c>: a guarantee that is owed to everybody.</summary>
internal sealed record TowardsAnyoneModifierSyntax(TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.TowardsAnyone;
}

/// <summary><c>under X, Y</c> of a check: only law of these orders and frameworks.</summary>
internal sealed record UnderModifierSyntax(ImmutableArray<ReferenceSyntax> Names, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Under;
}

internal sealed record WhenModifierSyntax(ConditionSyntax Condition, TextSpan KeywordSpan, TextSpan Span)
    : ConditionModifierSyntax(Condition, KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.When;
}

internal sealed record UnlessModifierSyntax(ConditionSyntax Condition, TextSpan KeywordSpan, TextSpan Span)
    : ConditionModifierSyntax(Condition, KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Unless;
}

internal sealed record WithModifierSyntax(ConditionSyntax Condition, TextSpan KeywordSpan, TextSpan Span)
    : ConditionModifierSyntax(Condition, KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.With;
}

/// <summary>Units of time. Hours, days and weeks are counted on one clock, months and years on the calendar, working days on a clock of
/// their own.</summary>
internal enum DurationUnit
{
    Hours,
    Days,
    Weeks,
    Months,
    Years,
    WorkingDays,
}

/// <summary>A length of time since the trigger or since an event.</summary>
/// <param name="Count">How many units.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Event">The flag whose coming true starts the clock; null for the trigger.</param>
/// <param name="Span">The duration.</param>
internal sealed record DurationSyntax(long Count, DurationUnit Unit, ReferenceSyntax? Event, TextSpan Span) : SyntaxNode(Span);

internal sealed record WithinModifierSyntax(DurationSyntax Duration, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.Within;
}

internal sealed record NotBeforeModifierSyntax(DurationSyntax Duration, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.NotBefore;
}

internal sealed record NotEnforceableModifierSyntax(DateLiteralSyntax? Until, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.NotEnforceable;
}

/// <summary>The modifiers that are a keyword and a list of names.</summary>
internal enum NameListKind
{
    Notifying,
    ApprovedBy,
    SubjectTo,
    PrevailsOver,
    Notwithstanding,
    Invoking,
    ExemptFrom,
}

/// <param name="Kind">Which modifier.</param>
/// <param name="Names">Roles, or clauses and frameworks.</param>
/// <param name="LawOf">The legal orders after <c>law of</c>, which ends the list; empty where it is not written.</param>
/// <param name="KeywordSpan">The opening words.</param>
/// <param name="Span">The modifier.</param>
internal sealed record NameListModifierSyntax(
    NameListKind Kind, ImmutableArray<ReferenceSyntax> Names, ImmutableArray<ReferenceSyntax> LawOf, TextSpan KeywordSpan, TextSpan Span)
    : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => Kind switch
    {
        NameListKind.Notifying => ModifierForm.Notifying,
        NameListKind.ApprovedBy => ModifierForm.ApprovedBy,
        NameListKind.SubjectTo => ModifierForm.SubjectTo,
        NameListKind.PrevailsOver => ModifierForm.PrevailsOver,
        NameListKind.Notwithstanding => ModifierForm.Notwithstanding,
        NameListKind.ExemptFrom => ModifierForm.ExemptFrom,
        NameListKind.Invoking => ModifierForm.Invoking,
        _ => throw new UnreachableException(),
    };
}

/// <summary><c>in force from D [until D]</c> or <c>in force until D</c>; both days inclusive.</summary>
internal sealed record ForceSyntax(DateLiteralSyntax? From, DateLiteralSyntax? Until, TextSpan Span) : SyntaxNode(Span);

internal sealed record ForceModifierSyntax(ForceSyntax Force, TextSpan KeywordSpan, TextSpan Span) : ModifierSyntax(KeywordSpan, Span)
{
    public override ModifierForm Form => ModifierForm.InForceFrom;
}

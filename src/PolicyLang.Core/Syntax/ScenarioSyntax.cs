using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>One case and what is expected of it.</summary>
/// <param name="Phrase">One to three lists: subject, verb, object (see the grammar's notes).</param>
public sealed record ScenarioSyntax(TextLiteralSyntax? Title, ImmutableArray<NameListSyntax> Phrase, ImmutableArray<SlotSyntax> Slots, ImmutableArray<ExpectSyntax> Expectations, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Names joined with <c>and</c>.</summary>
public sealed record NameListSyntax(ImmutableArray<ReferenceSyntax> Names, TextSpan Span) : SyntaxNode(Span);

public abstract record SlotSyntax(TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span);

public enum PlaceSlotKind
{
    From,
    In,
}

public sealed record PlaceSlotSyntax(PlaceSlotKind Kind, ReferenceSyntax Place, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

/// <summary><c>to [roles in] place</c>.</summary>
public sealed record ToSlotSyntax(NameListSyntax? Roles, ReferenceSyntax Place, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

public enum ListSlotKind
{
    For,
    Against,
}

public sealed record ListSlotSyntax(ListSlotKind Kind, NameListSyntax Names, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

public sealed record OnSlotSyntax(DateLiteralSyntax Date, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

public sealed record WhereSlotSyntax(ImmutableArray<FactSyntax> Facts, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

public abstract record FactSyntax(ReferenceSyntax Attribute, TextSpan Span) : SyntaxNode(Span);

public sealed record FlagFactSyntax(ReferenceSyntax Attribute, bool Value, TextSpan Span) : FactSyntax(Attribute, Span);

public sealed record IsFactSyntax(ReferenceSyntax Attribute, ReferenceSyntax Value, TextSpan Span) : FactSyntax(Attribute, Span);

public sealed record EqualsFactSyntax(ReferenceSyntax Attribute, LiteralSyntax? Value, TextSpan Span) : FactSyntax(Attribute, Span);

public sealed record IncludeFactSyntax(ReferenceSyntax Attribute, NameListSyntax Values, TextSpan Span) : FactSyntax(Attribute, Span);

public abstract record ExpectSyntax(TextSpan Span) : SyntaxNode(Span);

public enum ExpectedOutcome
{
    Permitted,
    Prohibited,
    Unregulated,
    Conflicting,
}

public sealed record OutcomeExpectSyntax(ExpectedOutcome Outcome, ImmutableArray<ReferenceSyntax> By, TextSpan Span) : ExpectSyntax(Span);

public sealed record ConflictExpectSyntax(ImmutableArray<ReferenceSyntax> Between, TextSpan Span) : ExpectSyntax(Span);

public sealed record NoConflictExpectSyntax(TextSpan Span) : ExpectSyntax(Span);

public sealed record DutyExpectSyntax(ReferenceSyntax Clause, TextSpan Span) : ExpectSyntax(Span);

public enum WayKind
{
    Add,
    Remove,
    SendTo,
    StoreIn,
}

public sealed record WayExpectSyntax(WayKind Kind, ReferenceSyntax Value, TextSpan Span) : ExpectSyntax(Span);

public sealed record WaitExpectSyntax(DurationSyntax Duration, TextSpan Span) : ExpectSyntax(Span);

public enum CheckQuantifier
{
    Never,
    Always,
}

public enum CheckedOutcome
{
    Permitted,
    Prohibited,
    Conflicting,
    Regulated,
}

/// <summary>A property of all cases that fit a pattern.</summary>
public sealed record CheckSyntax(TextLiteralSyntax? Title, CheckQuantifier Quantifier, CheckedOutcome Outcome, ImmutableArray<SetSyntax> Phrase, ImmutableArray<ModifierSyntax> Modifiers, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

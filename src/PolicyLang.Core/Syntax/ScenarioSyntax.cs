using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>One case and what is expected of it.</summary>
/// <param name="Phrase">One to three lists: subject, verb, object (see the grammar's notes).</param>
/// <param name="Of">After the subject, where it is established or of which organisation it is.</param>
internal sealed record ScenarioSyntax(TextLiteralSyntax? Title, ImmutableArray<NameListSyntax> Phrase, NameListSyntax? Of,
    ImmutableArray<SlotSyntax> Slots, ImmutableArray<ExpectSyntax> Expectations, string? Documentation, bool IsBroken, TextSpan Span)
    : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Names joined with <c>and</c>.</summary>
internal sealed record NameListSyntax(ImmutableArray<ReferenceSyntax> Names, TextSpan Span) : SyntaxNode(Span);

internal abstract record SlotSyntax(TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span);

internal enum PlaceSlotKind
{
    From,
    In,

    /// <summary><c>collected in</c>.</summary>
    Collected,
}

internal sealed record PlaceSlotSyntax(PlaceSlotKind Kind, ReferenceSyntax Place, TextSpan KeywordSpan, TextSpan Span)
    : SlotSyntax(KeywordSpan, Span);

/// <summary><c>to [roles in] place</c>.</summary>
internal sealed record ToSlotSyntax(NameListSyntax? Roles, ReferenceSyntax Place, TextSpan KeywordSpan, TextSpan Span)
    : SlotSyntax(KeywordSpan, Span);

internal enum ListSlotKind
{
    For,
    Against,
}

internal sealed record ListSlotSyntax(ListSlotKind Kind, NameListSyntax Names, TextSpan KeywordSpan, TextSpan Span)
    : SlotSyntax(KeywordSpan, Span);

internal sealed record OnSlotSyntax(DateLiteralSyntax Date, TextSpan KeywordSpan, TextSpan Span) : SlotSyntax(KeywordSpan, Span);

/// <summary><c>under X, Y</c>: only law of these orders and frameworks.</summary>
internal sealed record UnderSlotSyntax(ImmutableArray<ReferenceSyntax> Names, TextSpan KeywordSpan, TextSpan Span)
    : SlotSyntax(KeywordSpan, Span);

internal sealed record WhereSlotSyntax(ImmutableArray<FactSyntax> Facts, TextSpan KeywordSpan, TextSpan Span)
    : SlotSyntax(KeywordSpan, Span);

internal abstract record FactSyntax(ReferenceSyntax Attribute, TextSpan Span) : SyntaxNode(Span);

internal sealed record FlagFactSyntax(ReferenceSyntax Attribute, bool Value, TextSpan Span) : FactSyntax(Attribute, Span);

internal sealed record IsFactSyntax(ReferenceSyntax Attribute, ReferenceSyntax Value, TextSpan Span) : FactSyntax(Attribute, Span);

internal sealed record EqualsFactSyntax(ReferenceSyntax Attribute, LiteralSyntax? Value, TextSpan Span) : FactSyntax(Attribute, Span);

/// <summary><c>since E = DATE</c>: the day on which an event came true. <paramref name="Attribute"/> is the event.</summary>
internal sealed record SinceFactSyntax(ReferenceSyntax Attribute, DateLiteralSyntax? Day, TextSpan Span) : FactSyntax(Attribute, Span);

internal sealed record IncludeFactSyntax(ReferenceSyntax Attribute, NameListSyntax Values, TextSpan Span) : FactSyntax(Attribute, Span);

internal abstract record ExpectSyntax(TextSpan Span) : SyntaxNode(Span);

internal enum ExpectedOutcome
{
    Permitted,
    Prohibited,
    Unregulated,
    Conflicting,
}

internal sealed record OutcomeExpectSyntax(ExpectedOutcome Outcome, ImmutableArray<ReferenceSyntax> By, TextSpan Span) : ExpectSyntax(Span);

internal sealed record ConflictExpectSyntax(ImmutableArray<ReferenceSyntax> Between, TextSpan Span) : ExpectSyntax(Span);

/// <param name="Between">Clauses and frameworks; empty for no conflict at all.</param>
/// <param name="Span">The expectation.</param>
internal sealed record NoConflictExpectSyntax(ImmutableArray<SideSyntax> Between, TextSpan Span) : ExpectSyntax(Span);

/// <summary><c>expect C applies</c>, <c>expect C does not apply</c>.</summary>
internal sealed record AppliesExpectSyntax(ReferenceSyntax Clause, bool Applies, TextSpan Span) : ExpectSyntax(Span);

/// <summary><c>expect discouraged by C</c>, <c>expect advised by C</c>.</summary>
internal sealed record AdviceExpectSyntax(bool Discouraged, ImmutableArray<ReferenceSyntax> By, TextSpan Span) : ExpectSyntax(Span);

internal sealed record DutyExpectSyntax(ReferenceSyntax Clause, TextSpan Span) : ExpectSyntax(Span);

internal enum WayKind
{
    Add,
    Remove,
    SendTo,
    StoreIn,
}

internal sealed record WayExpectSyntax(WayKind Kind, ReferenceSyntax Value, TextSpan Span) : ExpectSyntax(Span);

internal sealed record WaitExpectSyntax(DurationSyntax Duration, TextSpan Span) : ExpectSyntax(Span);

internal enum CheckQuantifier
{
    Never,
    Always,
}

internal enum CheckedOutcome
{
    Permitted,
    Prohibited,
    Conflicting,
    Regulated,
}

/// <summary>What a check states of conflicts instead of cases.</summary>
internal abstract record ConflictStatementSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>no conflict between A and B</c>.</summary>
internal sealed record NoConflictStatementSyntax(ImmutableArray<SideSyntax> Between, TextSpan Span) : ConflictStatementSyntax(Span);

/// <summary><c>no breach of F [by P]</c>.</summary>
internal sealed record NoBreachStatementSyntax(ReferenceSyntax Framework, ReferenceSyntax? Party, TextSpan Span)
    : ConflictStatementSyntax(Span);

/// <summary>A property of all cases that fit a pattern, or of the conflicts of the workspace.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Quantifier">Never or always.</param>
/// <param name="Outcome">Which outcome.</param>
/// <param name="Phrase">One to three sets: subject, verb, object.</param>
/// <param name="Of">After the subject, where it is established or of which organisation it is.</param>
/// <param name="Modifiers">Those of a clause.</param>
/// <param name="Conflicts">What it states of conflicts; then there is no pattern. Null for a check of cases.</param>
/// <param name="Documentation">Text of its <c>///</c> comments.</param>
/// <param name="IsBroken">Whether something in it was reported.</param>
/// <param name="Span">The declaration.</param>
internal sealed record CheckSyntax(TextLiteralSyntax? Title, CheckQuantifier Quantifier, CheckedOutcome Outcome,
    ImmutableArray<SetSyntax> Phrase, SetSyntax? Of, ImmutableArray<ModifierSyntax> Modifiers, ConflictStatementSyntax? Conflicts,
    string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

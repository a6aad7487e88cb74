using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A condition on a case.</summary>
internal abstract record ConditionSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record OrConditionSyntax(ImmutableArray<ConditionSyntax> Operands, TextSpan Span) : ConditionSyntax(Span);

internal sealed record AndConditionSyntax(ImmutableArray<ConditionSyntax> Operands, TextSpan Span) : ConditionSyntax(Span);

internal sealed record NotConditionSyntax(ConditionSyntax Operand, TextSpan Span) : ConditionSyntax(Span);

/// <summary>A flag or a defined condition by its bare name.</summary>
internal sealed record NamedConditionSyntax(ReferenceSyntax Name, TextSpan Span) : ConditionSyntax(Span);

/// <summary><c>purpose is A, B</c>.</summary>
internal sealed record IsConditionSyntax(ReferenceSyntax Attribute, SetSyntax Set, TextSpan Span) : ConditionSyntax(Span);

/// <summary>How a count or a date is compared.</summary>
internal enum ComparisonOperator
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary><c>subjects &gt;= 10_000</c>. <paramref name="Value"/> is null where it is missing and has been reported; a name there is bound
/// (and refused) later.</summary>
internal sealed record CompareConditionSyntax(ReferenceSyntax Attribute, ComparisonOperator Operator, SyntaxNode? Value, TextSpan Span)
    : ConditionSyntax(Span);

/// <summary>Which elements a set attribute must have.</summary>
internal enum IncludeKind
{
    /// <summary><c>include X</c> or <c>include any of X, Y</c>.</summary>
    Any,

    /// <summary><c>include all of X, Y</c>.</summary>
    All,

    /// <summary><c>include none</c> (no names) or <c>include none of X, Y</c>.</summary>
    None,
}

/// <summary><c>safeguards include any of SCC, BCR</c>.</summary>
internal sealed record IncludeConditionSyntax(
    ReferenceSyntax Attribute, IncludeKind Kind, ImmutableArray<ReferenceSyntax> Names, TextSpan Span) : ConditionSyntax(Span);

/// <summary>A condition that is missing or could not be read; already reported.</summary>
internal sealed record MissingConditionSyntax(TextSpan Span) : ConditionSyntax(Span);

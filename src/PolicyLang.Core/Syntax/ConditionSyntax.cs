using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A condition on a case.</summary>
public abstract record ConditionSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record OrConditionSyntax(ImmutableArray<ConditionSyntax> Operands, TextSpan Span) : ConditionSyntax(Span);

public sealed record AndConditionSyntax(ImmutableArray<ConditionSyntax> Operands, TextSpan Span) : ConditionSyntax(Span);

public sealed record NotConditionSyntax(ConditionSyntax Operand, TextSpan Span) : ConditionSyntax(Span);

/// <summary>A flag or a defined condition by its bare name.</summary>
public sealed record NamedConditionSyntax(ReferenceSyntax Name, TextSpan Span) : ConditionSyntax(Span);

/// <summary><c>purpose is A, B</c>.</summary>
public sealed record IsConditionSyntax(ReferenceSyntax Attribute, SetSyntax Set, TextSpan Span) : ConditionSyntax(Span);

/// <summary>How a count or a date is compared.</summary>
public enum ComparisonOperator
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary><c>subjects &gt;= 10_000</c>. <paramref name="Value"/> is null where it is missing and has been reported; a name there is bound
/// (and refused) later.</summary>
public sealed record CompareConditionSyntax(ReferenceSyntax Attribute, ComparisonOperator Operator, SyntaxNode? Value, TextSpan Span)
    : ConditionSyntax(Span);

/// <summary>Which elements a set attribute must have.</summary>
public enum IncludeKind
{
    /// <summary><c>include X</c> or <c>include any of X, Y</c>.</summary>
    Any,

    /// <summary><c>include all of X, Y</c>.</summary>
    All,

    /// <summary><c>include none</c> (no names) or <c>include none of X, Y</c>.</summary>
    None,
}

/// <summary><c>safeguards include any of SCC, BCR</c>.</summary>
public sealed record IncludeConditionSyntax(
    ReferenceSyntax Attribute, IncludeKind Kind, ImmutableArray<ReferenceSyntax> Names, TextSpan Span) : ConditionSyntax(Span);

/// <summary>A condition that is missing or could not be read; already reported.</summary>
public sealed record MissingConditionSyntax(TextSpan Span) : ConditionSyntax(Span);

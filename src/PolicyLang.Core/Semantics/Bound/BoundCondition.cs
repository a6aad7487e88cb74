using PolicyLang.Syntax;

namespace PolicyLang.Semantics;

/// <summary>A condition with its names resolved.</summary>
internal abstract record BoundCondition;

internal sealed record BoundOr(ImmutableArray<BoundCondition> Operands) : BoundCondition;

internal sealed record BoundAnd(ImmutableArray<BoundCondition> Operands) : BoundCondition;

internal sealed record BoundNot(BoundCondition Operand) : BoundCondition;

internal sealed record BoundFlag(AttributeSymbol Attribute) : BoundCondition;

internal sealed record BoundDefined(DefineSymbol Definition) : BoundCondition;

/// <summary>The attribute's one value is in the set.</summary>
internal sealed record BoundIs(AttributeSymbol Attribute, BoundSet Set) : BoundCondition;

/// <param name="Value">A count, or the number of a day.</param>
internal sealed record BoundCompare(AttributeSymbol Attribute, ComparisonOperator Operator, long Value) : BoundCondition;

/// <summary>Names is empty only for "include none".</summary>
internal sealed record BoundInclude(AttributeSymbol Attribute, IncludeKind Kind, ImmutableArray<Symbol> Names) : BoundCondition;

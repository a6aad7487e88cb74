using PolicyLang.Syntax;

namespace PolicyLang.Semantics;

/// <summary>A condition with its names resolved.</summary>
public abstract record BoundCondition;

public sealed record BoundOr(ImmutableArray<BoundCondition> Operands) : BoundCondition;

public sealed record BoundAnd(ImmutableArray<BoundCondition> Operands) : BoundCondition;

public sealed record BoundNot(BoundCondition Operand) : BoundCondition;

public sealed record BoundFlag(AttributeSymbol Attribute) : BoundCondition;

public sealed record BoundDefined(DefineSymbol Definition) : BoundCondition;

/// <summary>The attribute's one value is in the set.</summary>
public sealed record BoundIs(AttributeSymbol Attribute, BoundSet Set) : BoundCondition;

/// <param name="Value">A count, or the number of a day.</param>
public sealed record BoundCompare(AttributeSymbol Attribute, ComparisonOperator Operator, long Value) : BoundCondition;

/// <summary>Names is empty only for "include none".</summary>
public sealed record BoundInclude(AttributeSymbol Attribute, IncludeKind Kind, ImmutableArray<Symbol> Names) : BoundCondition;

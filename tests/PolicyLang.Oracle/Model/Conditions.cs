namespace PolicyLang.Oracle.Model;

/// <summary>A condition on a case.</summary>
public abstract record Condition;

public sealed record FlagCondition(string Flag) : Condition;

public sealed record DefinedCondition(string Name) : Condition;

public sealed record IsCondition(string Attribute, SetExpression Set) : Condition;

/// <summary>Compares a count with a number, or the date with a day (by day number).</summary>
public sealed record CompareCondition(string Attribute, string Operator, long Value) : Condition;

public enum Inclusion
{
    Any,
    All,
    None,
}

/// <summary><c>include any of / all of / none of</c>; <c>include none</c> where no name is given.</summary>
public sealed record IncludeCondition(string Attribute, Inclusion Kind, ImmutableArray<string> Names) : Condition;

public sealed record NotCondition(Condition Operand) : Condition;

public sealed record AndCondition(Condition Left, Condition Right) : Condition;

public sealed record OrCondition(Condition Left, Condition Right) : Condition;

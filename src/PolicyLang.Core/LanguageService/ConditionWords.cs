using System.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>A condition as the language writes it.</summary>
internal static class ConditionWords
{
    public static string Write(BoundCondition condition) => condition switch
    {
        BoundOr or => string.Join(" or ", or.Operands.Select(Write)),
        BoundAnd and => string.Join(" and ", and.Operands.Select(o => o is BoundOr ? $"({Write(o)})" : Write(o))),
        BoundNot not => not.Operand is BoundFlag or BoundDefined ? $"not {Write(not.Operand)}" : $"not ({Write(not.Operand)})",
        BoundFlag flag => flag.Attribute.Name,
        BoundDefined defined => defined.Definition.Name,
        BoundIs { Set: BoundListSet set } one =>
            $"{one.Attribute.Name} is {(set.Outside ? "outside " : string.Empty)}{Names(set.Members)}"
            + $"{(set.Except.IsEmpty ? string.Empty : $" except {Names(set.Except)}")}",
        BoundIs one => $"{one.Attribute.Name} is any",
        BoundCompare compare => $"{compare.Attribute.Name} {Sign(compare.Operator)} {Value(compare)}",
        BoundInclude { Kind: IncludeKind.None, Names.IsEmpty: true } include => $"{include.Attribute.Name} include none",
        BoundInclude { Kind: IncludeKind.Any, Names.Length: 1 } include => $"{include.Attribute.Name} include {include.Names[0].Name}",
        BoundInclude include => $"{include.Attribute.Name} include {include.Kind.ToString().ToLowerInvariant()} of {Names(include.Names)}",
        _ => throw new UnreachableException(),
    };

    private static string Names(ImmutableArray<Symbol> names) => string.Join(", ", names.Select(n => n.Name));

    /// <summary>The sign of a comparison.</summary>
    public static string Sign(ComparisonOperator sign) => sign switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new UnreachableException(),
    };

    private static string Value(BoundCompare compare) =>
        compare.Attribute.Type == AttributeType.Date
            ? new CalendarDay((int)compare.Value).ToString()
            : compare.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

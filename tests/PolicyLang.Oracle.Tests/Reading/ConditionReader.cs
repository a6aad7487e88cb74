using PolicyLang.Oracle.Model;
using PolicyLang.Syntax;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads conditions.</summary>
/// <param name="definitions">The names of the definitions; any other name is that of a flag.</param>
internal sealed class ConditionReader(IReadOnlySet<string> definitions)
{
    public Condition? Optional(ConditionSyntax? condition) => condition is null ? null : Read(condition);

    public Condition Read(ConditionSyntax condition) => condition switch
    {
        OrConditionSyntax or => or.Operands.Select(Read).Aggregate((a, b) => new OrCondition(a, b)),
        AndConditionSyntax and => and.Operands.Select(Read).Aggregate((a, b) => new AndCondition(a, b)),
        NotConditionSyntax not => new NotCondition(Read(not.Operand)),
        NamedConditionSyntax named => definitions.Contains(named.Name.Text) ? new DefinedCondition(named.Name.Text) : new FlagCondition(named.Name.Text),
        IsConditionSyntax @is => new IsCondition(@is.Attribute.Text, SetReader.Read(@is.Set)),
        CompareConditionSyntax compare => new CompareCondition(compare.Attribute.Text, Operator(compare.Operator), Value(compare.Value)),
        IncludeConditionSyntax include => new IncludeCondition(include.Attribute.Text, Enum.Parse<Inclusion>(include.Kind.ToString()), SetReader.Names(include.Names)),
        _ => throw new InvalidOperationException(condition.ToString()),
    };

    private static string Operator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static long Value(SyntaxNode? value) => value switch
    {
        NumberLiteralSyntax number => number.Value,
        DateLiteralSyntax date => date.Day.Number,
        _ => throw new InvalidOperationException(value?.ToString()),
    };
}

using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>Facts of cases between this interface, the runtime and the compiler.</summary>
internal static class PolicyCaseFacts
{
    /// <summary>The facts as the compiler reads them.</summary>
    public static ImmutableArray<RawFact> Raw(PolicyCase act) => [.. act.Facts.Select(f => new RawFact(f.Key, [.. f.Value.Values]))];

    /// <summary>A case of the compiler.</summary>
    public static PolicyCase CaseOf(CaseFacts facts)
    {
        var act = new PolicyCase();
        foreach (Fact fact in facts.Facts)
        {
            act = act.With(fact.Attribute, FactOf(ChangeOf(fact)));
        }

        return act;
    }

    /// <summary>A fact as a change tells it; none of the names has no value.</summary>
    public static CaseChange ChangeOf(Fact fact) => new(fact.Attribute, [.. RawFact.FromFact(fact).Values.Where(v => v.Length > 0)])
    {
        Kind = fact.Value switch
        {
            FlagValue => AttributeKind.Flag,
            CountValue or HalvedValue => AttributeKind.Count,
            DateValue => AttributeKind.Date,
            NodeValue => AttributeKind.Node,
            _ => AttributeKind.NodeSet,
        },
    };

    /// <summary>The new value that a change tells; null for none of the names.</summary>
    public static PolicyFact? FactOf(CaseChange change) => (change.Kind, change.Values) switch
    {
        (AttributeKind.Flag, [var flag]) => flag == "true",
        (AttributeKind.Count, [var number]) => decimal.Parse(number, CultureInfo.InvariantCulture),
        (AttributeKind.Date, [var day]) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (AttributeKind.Node, [var node]) => node,
        (AttributeKind.Node, []) => null,
        _ => PolicyFact.Set(change.Values),
    };
}

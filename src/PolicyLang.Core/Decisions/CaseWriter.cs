using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>Tells a case by the facts that are not neutral.</summary>
internal sealed class CaseWriter(CaseSpace space)
{
    private readonly long[] _neutral = space.Regions.NeutralCase();

    /// <summary>The facts of a case; the date is always there.</summary>
    public CaseFacts Write(long[] values)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (AttributeSymbol attribute in space.Attributes)
        {
            if (!IsNeutral(attribute, values))
            {
                facts.Add(new Fact(attribute.Name, ValueOf(attribute, values)));
            }
        }

        AddClocks(facts, values, neutral: null);
        return new CaseFacts(facts.ToImmutable());
    }

    /// <summary>The values of some attributes and clocks, neutral ones too.</summary>
    public ImmutableArray<Fact> WriteOnly(long[] values, Func<string, bool> wanted) =>
    [
        .. space.Attributes.Where(a => wanted(a.Name)).Select(a => new Fact(a.Name, ValueOf(a, values))),
        .. space.Clocks.Where(wanted).Select(c => new Fact(c, ClockValue(c, values[space.VariableOfClock(c)]))),
    ];

    /// <summary>The attributes in which two cases differ, with their values in the second.</summary>
    public CaseFacts WriteChanges(long[] before, long[] after)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (AttributeSymbol attribute in space.Attributes)
        {
            if (Differ(attribute, before, after))
            {
                facts.Add(new Fact(attribute.Name, ValueOf(attribute, after)));
            }
        }

        AddClocks(facts, after, before);
        return new CaseFacts(facts.ToImmutable());
    }

    private void AddClocks(ImmutableArray<Fact>.Builder facts, long[] values, long[]? neutral)
    {
        foreach (string clock in space.Clocks)
        {
            int variable = space.VariableOfClock(clock);
            if (values[variable] != (neutral?[variable] ?? 0))
            {
                facts.Add(new Fact(clock, ClockValue(clock, values[variable])));
            }
        }
    }

    private static FactValue ClockValue(string clock, long value) =>
        ClockNames.IsHalved(clock) ? new HalvedValue(value) : new CountValue(value);

    private bool IsNeutral(AttributeSymbol attribute, long[] values) =>
        attribute.Name != BuiltInAttributes.Date && !Differ(attribute, _neutral, values);

    private bool Differ(AttributeSymbol attribute, long[] before, long[] after)
    {
        int first = space.VariableOf(attribute);
        int end = first + CaseSpace.WidthOf(attribute);
        for (int v = first; v < end; v++)
        {
            if (before[v] != after[v])
            {
                return true;
            }
        }

        return false;
    }

    private FactValue ValueOf(AttributeSymbol attribute, long[] values)
    {
        long value = attribute.Type == AttributeType.NodeSet ? 0 : values[space.VariableOf(attribute)];
        return attribute.Type switch
        {
            AttributeType.Flag => new FlagValue(value != 0),
            AttributeType.Count => new CountValue(value),
            AttributeType.Date => new DateValue(new CalendarDay((int)value)),
            AttributeType.Node =>
                new NodeValue(
                attribute.Taxonomy is { } taxonomy && value < taxonomy.NodeCount ? taxonomy.Nodes[(int)value].Name : string.Empty),
            AttributeType.NodeSet => new SetValue([.. Elements(attribute, values)]),
            _ => throw new UnreachableException(),
        };
    }

    private IEnumerable<string> Elements(AttributeSymbol attribute, long[] values)
    {
        int first = space.VariableOf(attribute);
        return (attribute.Taxonomy?.Nodes ?? []).Where(n => values[first + n.Index] != 0).Select(n => n.Name);
    }
}

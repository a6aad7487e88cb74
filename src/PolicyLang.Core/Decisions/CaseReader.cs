using System.Diagnostics;
using System.Globalization;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>Reads a case from what a user wrote. Every mistake gets one sentence that says what to write instead.</summary>
internal sealed class CaseReader(CaseSpace space)
{
    /// <summary>The organisation of a case that is nobody's.</summary>
    public const string Nobody = "none";

    private const string Since = "since_";

    private readonly HashSet<string> _stated = new(StringComparer.Ordinal);
    private EventFacts _events = new(space);

    /// <summary>After reading: the attributes and clocks that the case states, and the clocks that follow from what it states.</summary>
    public ISet<string> Stated => _stated;

    /// <summary>The value of each variable, or null where there are problems.</summary>
    public long[]? Read(IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        ImmutableArray<RawFact> all = [.. facts];
        long[]? values = ReadPart(all, out problems);
        if (all.All(f => f.Attribute != BuiltInAttributes.Date))
        {
            problems = problems.Add("The case has no date; add one, for example date=2025-01-31.");
        }

        return problems.IsEmpty ? values : null;
    }

    /// <summary>The same for a case that is stated in part: what is left out, even the date, is neutral.</summary>
    public long[]? ReadPart(IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        _events = new EventFacts(space);
        _stated.Clear();
        long[] values = space.Regions.NeutralCase();
        var found = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool dated = false;
        foreach (RawFact written in facts)
        {
            var fact = new RawFact(NameForms.Compose(written.Attribute), [.. written.Values.Select(NameForms.Compose)]);
            dated |= fact.Attribute == BuiltInAttributes.Date;
            _stated.Add(fact.Attribute);
            string? problem = seen.Add(fact.Attribute) ? ReadFact(fact, values) : $"'{fact.Attribute}' is stated twice; state it once.";
            if (problem is not null)
            {
                found.Add(problem);
            }
        }

        if (dated && found.Count == 0)
        {
            found.AddRange(_events.Fill(values));
            _stated.UnionWith(_events.Known());
        }

        problems = found.ToImmutable();
        return problems.IsEmpty ? values : null;
    }

    private bool IsEvent(string name) => space.Attribute(name) is { Type: AttributeType.Flag };

    private string? ReadFact(RawFact fact, long[] values)
    {
        bool isAttribute = space.Attribute(fact.Attribute) is not null;
        if (ClockNames.Parse(fact.Attribute) is { } clock
            && (isAttribute ? clock.Event is null : clock.Event is null || IsEvent(clock.Event)))
        {
            return One(fact, text => ReadClock(fact.Attribute, text, clock.Kind, _events.ClocksOf(clock.Event), values));
        }

        if (!isAttribute && fact.Attribute.StartsWith(Since, StringComparison.Ordinal) && IsEvent(fact.Attribute.Substring(Since.Length)))
        {
            return One(fact, text => ReadSince(fact.Attribute, text));
        }

        if (space.Attribute(fact.Attribute) is not { } attribute)
        {
            string? nearest = NearestName.Find(fact.Attribute, space.Attributes.Select(a => a.Name).Concat(space.Clocks));
            return $"There is no attribute '{fact.Attribute}"
                + $"'{(nearest is null ? "; 'policyc vocabulary' lists them." : $"; did you mean '{nearest}'?")}";
        }

        int variable = space.VariableOf(attribute);
        return attribute.Type switch
        {
            AttributeType.Flag => One(fact, text => ReadFlag(attribute.Name, text, variable, values)),
            AttributeType.Count => One(fact, text => ReadCount(attribute.Name, text, variable, values)),
            AttributeType.Date => One(fact, text => ReadDate(attribute.Name, text, variable, values)),
            AttributeType.Node when attribute.Name == BuiltInAttributes.Organisation && fact.Values is [Nobody] => null,
            AttributeType.Node => One(fact, text => ReadNode(attribute, text, node => values[variable] = node.Index)),
            AttributeType.NodeSet =>
                fact.Values.Select(text => ReadNode(attribute, text, node => values[variable + node.Index] = 1))
                .FirstOrDefault(p => p is not null),
            _ => throw new UnreachableException(),
        };
    }

    private static string? One(RawFact fact, Func<string, string?> read) =>
        fact.Values.Length == 1 ? read(fact.Values[0]) : $"'{fact.Attribute}' takes exactly one value, not {fact.Values.Length}.";

    private static string? ReadFlag(string name, string text, int variable, long[] values)
    {
        values[variable] = text == "true" ? 1 : 0;
        return text is "true" or "false" ? null : $"'{text}' is not a value of the flag '{name}'; write true or false.";
    }

    private static string? ReadCount(string name, string text, int variable, long[] values)
    {
        bool ok = long.TryParse(text.Replace("_", string.Empty), NumberStyles.None, CultureInfo.InvariantCulture, out long value);
        values[variable] = value;
        return ok ? null : NoCount(name, text);
    }

    private static string NoCount(string name, string text) =>
        $"'{text}' is not a value of the count '{name}'; write a whole number from 0.";

    // "2.5" months: between the second and the third.
    private string? ReadClock(string name, string text, ClockKind kind, EventClocks clocks, long[] values)
    {
        bool halved = kind != ClockKind.Hours;
        bool half = halved && text.EndsWith(".5", StringComparison.Ordinal);
        string whole = (half ? text.Substring(0, text.Length - 2) : text).Replace("_", string.Empty);
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            || (halved && value >= long.MaxValue / 2))
        {
            return halved
                ? $"'{text}' is not a value of the clock '{name}'; write a whole number from 0, or one with a half, such as 2.5, for a "
                    + "day between two."
                : NoCount(name, text);
        }

        long kept = halved ? (value * 2) + (half ? 1 : 0) : value;
        clocks.Record(kind, kept);
        if (space.VariableOfFact(name) is { } variable)
        {
            values[variable] = kept;
        }

        return null;
    }

    private string? ReadSince(string name, string text)
    {
        if (!CalendarDay.TryParse(text, out CalendarDay day))
        {
            return $"'{text}' is not a date for '{name}'; write it as YYYY-MM-DD, for example 2025-01-31.";
        }

        _events.ClocksOf(name.Substring(Since.Length)).Record(day);
        return null;
    }

    private static string? ReadDate(string name, string text, int variable, long[] values)
    {
        bool ok = CalendarDay.TryParse(text, out CalendarDay day);
        values[variable] = day.Number;
        return ok ? null : $"'{text}' is not a date for '{name}'; write it as YYYY-MM-DD, for example 2025-01-31.";
    }

    private static string? ReadNode(AttributeSymbol attribute, string text, Action<NodeSymbol> set)
    {
        if (attribute.Taxonomy?.Find(text) is { } node)
        {
            set(node);
            return null;
        }

        string kind = attribute.Taxonomy?.Name ?? "value";
        string? nearest = NearestName.Find(text, attribute.Taxonomy?.NodeNames ?? []);
        return $"There is no {kind} '{text}' for "
            + $"'{attribute.Name}'{(nearest is null ? $"; 'policyc vocabulary {kind}' lists them." : $"; did you mean '{nearest}'?")}";
    }
}

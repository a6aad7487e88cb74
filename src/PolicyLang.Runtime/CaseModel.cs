using System.Globalization;

namespace PolicyLang.Runtime;

/// <summary>What a case is made of. Made by the compiler of policies; not meant to be written by hand.</summary>
public sealed class CaseModel
{
    internal const string Action = "action";
    internal const string Date = "date";
    private const int BitsPerWord = 64;

    private readonly Dictionary<string, CaseAttribute> _byName;
    private readonly CaseAttribute?[] _required;

    /// <summary>Makes a model; the arrays are not copied.</summary>
    /// <param name="attributes">The attributes that some clause looks at, in the order in which a case is told.</param>
    /// <param name="idle">The names of those that no clause looks at: they may be stated, and bear on nothing.</param>
    public CaseModel(CaseAttribute[] attributes, string[] idle)
    {
        All = attributes;
        Idle = idle;
        Slots = attributes.Sum(SlotsOf);
        _required = new CaseAttribute?[Slots];
        foreach (CaseAttribute attribute in attributes.Where(a => a.IsRequired))
        {
            for (int slot = attribute.Slot; slot < attribute.Slot + SlotsOf(attribute); slot++)
            {
                _required[slot] = attribute;
            }
        }

        _byName = attributes.ToDictionary(a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>The attributes that some clause looks at, in the order in which a case is told.</summary>
    public IReadOnlyList<CaseAttribute> Attributes => All;

    /// <summary>The names of those that no clause looks at.</summary>
    public IReadOnlyList<string> Idle { get; }

    /// <summary>How many numbers a case takes.</summary>
    public int Slots { get; }

    /// <summary>A case as <c>policyc decide</c> takes it: <c>date=2024-03-01 actor=Exporter us_warrant</c>; what is not stated is left
    /// out.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public string Describe(Values values)
    {
        var parts = new List<string>();
        foreach (CaseAttribute attribute in Attributes)
        {
            if (IsStated(attribute, values))
            {
                parts.Add(attribute.Kind == AttributeKind.Flag
                    ? attribute.Name
                    : $"{attribute.Name}={string.Join(",", ValuesOf(attribute, values))}");
            }
        }

        return string.Join(" ", parts);
    }

    /// <summary>Sets the values of some attributes.</summary>
    /// <param name="changes">The attributes.</param>
    /// <param name="values">The values of the case, by slot.</param>
    /// <returns>What is wrong; none where all are set.</returns>
    internal IReadOnlyList<CaseProblem> Apply(IReadOnlyList<CaseChange> changes, long[] values)
    {
        var problems = new List<CaseProblem>();
        foreach (CaseChange change in changes)
        {
            if (Find(change.Attribute) is not { } attribute || !TrySet(attribute, change.Values, values))
            {
                problems.Add(new CaseProblem(
                    CaseProblemKind.UnknownValue, change.Attribute, $"These models have no '{change}': the way is one of others."));
            }
        }

        return problems;
    }

    private static bool TrySet(CaseAttribute attribute, IReadOnlyList<string> texts, long[] values)
    {
        string text = texts.Count == 1 ? texts[0] : string.Empty;
        ref long value = ref values[attribute.Slot];
        switch (attribute)
        {
            case { Kind: AttributeKind.NodeSet, Taxonomy: { } nodes }:
                Array.Clear(values, attribute.Slot, SlotsOf(attribute));
                foreach (int node in texts.Select(nodes.Find).Where(n => n >= 0))
                {
                    values[attribute.Slot + (node / BitsPerWord)] |= 1L << (node % BitsPerWord);
                }

                return texts.All(t => nodes.Find(t) >= 0);
            case { Kind: AttributeKind.Node, Taxonomy: { } nodes }:
                value = nodes.Find(text) + 1;
                return value > 0 || texts.Count == 0;
            case { Kind: AttributeKind.Flag }:
                value = text == "true" ? 1 : 0;
                return text is "true" or "false";
            case { Kind: AttributeKind.Date }:
                bool isDay = DateTime.TryParseExact(
                    text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day);
                value = day.Ticks / TimeSpan.TicksPerDay;
                return isDay;
            default:
                return TryNumber(text, attribute.Kind == AttributeKind.HalfCount, out value);
        }
    }

    /// <summary>A whole number from 0; or, kept as twice its value, one with a half.</summary>
    internal static bool TryNumber(string text, bool halves, out long value)
    {
        bool half = halves && text.EndsWith(".5", StringComparison.Ordinal);
        bool ok = long.TryParse(
            half ? text.Substring(0, text.Length - 2) : text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && !(halves && value >= long.MaxValue / 2);
        value = halves ? (value * 2) + (half ? 1 : 0) : value;
        return ok;
    }

    /// <summary>Whether date and action are there, which are required always.</summary>
    internal bool HasDateAndAction(Values values)
    {
        foreach (CaseAttribute attribute in All)
        {
            if (values[attribute.Slot] == 0 && IsAlwaysRequired(attribute))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsAlwaysRequired(CaseAttribute attribute) => attribute.IsRequired && attribute.Name is Date or Action;

    /// <summary>Whether a slot belongs to a required fact that is left out.</summary>
    internal bool IsAbsent(int slot, Values values) =>
        values[slot] == 0 && _required[slot] is { } attribute && !IsStated(attribute, values);

    internal CaseAttribute? Find(string name) => _byName.TryGetValue(name, out CaseAttribute? attribute) ? attribute : null;

    /// <summary>Whether a case says something of an attribute: a value that is not neutral.</summary>
    internal static bool IsStated(CaseAttribute attribute, Values values)
    {
        for (int slot = attribute.Slot; slot < attribute.Slot + SlotsOf(attribute); slot++)
        {
            if (values[slot] != attribute.Neutral)
            {
                return true;
            }
        }

        return false;
    }

    internal CaseAttribute[] All { get; }

    internal static int SlotsOf(CaseAttribute attribute) =>
        attribute is { Kind: AttributeKind.NodeSet, Taxonomy: { } taxonomy }
            ? Math.Max(1, (taxonomy.Names.Count + BitsPerWord - 1) / BitsPerWord)
            : 1;

    /// <summary>A value as the policy files write it; for a set, its elements.</summary>
    internal static IReadOnlyList<string> ValuesOf(CaseAttribute attribute, Values values)
    {
        long value = values[attribute.Slot];
        switch (attribute)
        {
            case { Kind: AttributeKind.Flag }:
                return [value != 0 ? "true" : "false"];
            case { Kind: AttributeKind.Date }:
                return [DayText(value)];
            case { Kind: AttributeKind.Node, Taxonomy: { } nodes }:
                return value > 0 && value <= nodes.Names.Count ? [nodes.Names[(int)value - 1]]
                    : value < 0 ? [unchecked((int)value).ToString(CultureInfo.InvariantCulture)]
                    : [];
            case { Kind: AttributeKind.NodeSet, Taxonomy: { } nodes }:
                return ElementsOf(nodes, attribute.Slot, values);
            case { Kind: AttributeKind.HalfCount }:
                return [HalfText(value)];
            default:
                return [value.ToString(CultureInfo.InvariantCulture)];
        }
    }

    /// <summary>An attribute with its value; halves count as numbers.</summary>
    internal static CaseChange ChangeOf(CaseAttribute attribute, Values values) => new(attribute.Name, ValuesOf(attribute, values))
    {
        Kind = attribute.Kind == AttributeKind.HalfCount ? AttributeKind.Count : attribute.Kind,
    };

    internal static List<string> ElementsOf(TaxonomyModel nodes, int slot, Values values)
    {
        var elements = new List<string>();
        for (int node = 0; node < nodes.Names.Count; node++)
        {
            if ((values[slot + (node / BitsPerWord)] >> (node % BitsPerWord) & 1) != 0)
            {
                elements.Add(nodes.Names[node]);
            }
        }

        return elements;
    }

    internal static string DayText(long day) =>
        new DateTime(day * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string HalfText(long halves) =>
        (halves / 2).ToString(CultureInfo.InvariantCulture) + (halves % 2 == 0 ? string.Empty : ".5");
}

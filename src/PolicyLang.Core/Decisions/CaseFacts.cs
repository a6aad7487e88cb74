using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>The value of one attribute in a case.</summary>
internal abstract record FactValue;

internal sealed record FlagValue(bool Value) : FactValue;

internal sealed record CountValue(long Value) : FactValue;

/// <summary>A number of months or working days, written as twice its value: 5 is 2.5, between the second and the third.</summary>
internal sealed record HalvedValue(long Twice) : FactValue
{
    public override string ToString() =>
        (Twice / 2).ToString(System.Globalization.CultureInfo.InvariantCulture) + (Twice % 2 == 0 ? string.Empty : ".5");
}

internal sealed record DateValue(CalendarDay Day) : FactValue;

/// <summary>One taxonomy node or jurisdiction. An inner node stands for "of this kind, but none of its listed sub-kinds".</summary>
internal sealed record NodeValue(string Name) : FactValue;

/// <summary>The elements of a set attribute, in vocabulary order.</summary>
internal sealed record SetValue(ImmutableArray<string> Names) : FactValue
{
    public bool Equals(SetValue? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Length;
}

/// <summary>One attribute and its value.</summary>
internal sealed record Fact(string Attribute, FactValue Value);

/// <summary>The facts of a case that are not neutral, or a set of changes to a case; in the canonical order of attributes.</summary>
internal sealed record CaseFacts(ImmutableArray<Fact> Facts)
{
    public static readonly CaseFacts None = new(ImmutableArray<Fact>.Empty);

    public bool Equals(CaseFacts? other) => other is not null && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => Facts.Length;
}

/// <summary>A fact as a user wrote it: the attribute's name and the text of its value or values ("true", "2024-03-01", "10000",
/// "DE").</summary>
internal sealed record RawFact(string Attribute, ImmutableArray<string> Values)
{
    /// <summary>A fact as its user would write it.</summary>
    public static RawFact FromFact(Fact fact) => new(fact.Attribute, fact.Value switch
    {
        FlagValue flag => [flag.Value ? "true" : "false"],
        CountValue count => [count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        HalvedValue halved => [halved.ToString()],
        DateValue date => [date.Day.ToString()],
        NodeValue node => [node.Name],
        SetValue set => set.Names,
        _ => [],
    });
}

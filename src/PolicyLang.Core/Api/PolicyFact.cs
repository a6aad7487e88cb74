using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>The value of one attribute of a case: a flag, a number, a day, a name, or a set of names. Made from the C# value:
/// <c>["us_warrant"] = true</c>, <c>["subjects"] = 1000</c>.</summary>
public sealed record PolicyFact
{
    private PolicyFact(AttributeKind kind, params ImmutableArray<string> values)
    {
        Kind = kind;
        Values = values;
    }

    /// <summary>What kind of value it is. A number with a half, such as 2.5 months since an event, is a count too.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The value as policy files write it: <c>true</c>, <c>1000</c>, <c>2024-03-01</c>, <c>DE</c>; for a set its
    /// elements.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>A flag.</summary>
    /// <param name="value">Whether it holds.</param>
    public static implicit operator PolicyFact(bool value) => new(AttributeKind.Flag, value ? "true" : "false");

    /// <summary>A whole number from 0.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator PolicyFact(long value) => new(AttributeKind.Count, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number of months or working days since an event: whole, or with a half for a day between two.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator PolicyFact(decimal value) =>
        new(AttributeKind.Count, value.ToString("0.############", CultureInfo.InvariantCulture));

    /// <summary>A day.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator PolicyFact(DateOnly value) =>
        new(AttributeKind.Date, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A name of a taxonomy: a kind of data, a jurisdiction, a role.</summary>
    /// <param name="value">The name, as policy files write it.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PolicyFact?(string? value) => value is null ? null : new(AttributeKind.Node, value);

    /// <summary>A set of names.</summary>
    /// <param name="values">The names, in any order; none for the empty set.</param>
    public static implicit operator PolicyFact(string[] values) => Set(values);

    /// <summary>A set of names.</summary>
    /// <param name="values">The names, in any order; none for the empty set.</param>
    public static PolicyFact Set(IEnumerable<string> values) => new(AttributeKind.NodeSet, [.. values]);

    /// <summary>Whether the kind and the values are the same, in the same order.</summary>
    /// <param name="other">Another value.</param>
    public bool Equals(PolicyFact? other) => other is not null && Kind == other.Kind && Values.SequenceEqual(other.Values);

    /// <summary>A hash code of the values.</summary>
    public override int GetHashCode() => HashCode.Combine(Kind, Values.Count, Values.Count > 0 ? Values[0] : null);

    /// <summary>The values, separated by commas.</summary>
    public override string ToString() => string.Join(", ", Values);
}

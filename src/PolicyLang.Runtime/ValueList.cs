using System.Collections;

namespace PolicyLang.Runtime;

/// <summary>Lists that are equal where their items are, so that records which hold them are values.</summary>
internal static class ValueList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) =>
        items is ValueList<T> ? items : items.Count == 0 ? ValueList<T>.Empty : new ValueList<T>(items);
}

/// <summary>A list that is equal to another with equal items.</summary>
internal sealed class ValueList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public static readonly ValueList<T> Empty = new([]);

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => items.Count == 0 ? 0 : unchecked((items.Count * 31) + (items[0]?.GetHashCode() ?? 0));
}

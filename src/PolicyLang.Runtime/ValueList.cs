using System.Collections;

namespace PolicyLang.Runtime;

/// <summary>Lists that are equal where their items are, so that records which hold them are values.</summary>
internal static class ValueList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) =>
        items is ValueList<T> ? items : items.Count == 0 ? ValueList<T>.Empty : new ValueList<T>(items);
}

/// <summary>A list that is equal to another with equal items. It may be made when it is first read; two threads then make it
/// twice.</summary>
internal sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public static readonly ValueList<T> Empty = new([]);

    private readonly Func<IReadOnlyList<T>>? _make;
    private IReadOnlyList<T>? _items;

    public ValueList(IReadOnlyList<T> items) => _items = items;

    public ValueList(Func<IReadOnlyList<T>> make) => _make = make;

    public int Count => Items.Count;

    public T this[int index] => Items[index];

    private IReadOnlyList<T> Items
    {
        get
        {
            IReadOnlyList<T>? items = Volatile.Read(ref _items);
            if (items is null)
            {
                items = _make?.Invoke() ?? [];
                Volatile.Write(ref _items, items);
            }

            return items;
        }
    }

    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ValueList<T>? other) => other is not null && (ReferenceEquals(this, other) || this.SequenceEqual(other));

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => Count == 0 ? 0 : unchecked((Count * 31) + (this[0]?.GetHashCode() ?? 0));
}

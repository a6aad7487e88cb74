using System.Diagnostics.CodeAnalysis;

namespace PolicyLang.Regions;

/// <summary>Answers that hold regions, each worked out once. What a piece of work finds out beside others it keeps to itself, since its
/// regions are of no use to them.</summary>
/// <param name="space">The space of the regions.</param>
internal sealed class RegionMemo<TKey, TValue>(RegionSpace space)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _known = [];

    /// <summary>How many answers are known to all.</summary>
    public int Count => _known.Count;

    /// <summary>The answer, if it is known.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_known.TryGetValue(key, out value))
        {
            return true;
        }

        return space.Aside is { } view && view.KnownOf<TKey, TValue>(this).TryGetValue(key, out value);
    }

    /// <summary>Whether the answer is known.</summary>
    public bool ContainsKey(TKey key) => TryGetValue(key, out _);

    /// <summary>Keeps an answer.</summary>
    public void Set(TKey key, TValue value) => (space.Aside is { } view ? view.KnownOf<TKey, TValue>(this) : _known)[key] = value;
}

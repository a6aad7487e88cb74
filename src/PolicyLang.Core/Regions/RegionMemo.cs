using System.Diagnostics.CodeAnalysis;

namespace PolicyLang.Regions;

/// <summary>Answers that hold regions, each worked out once. What a piece of work finds out beside others it keeps to itself until it is
/// done, since its regions are of no use to them.</summary>
/// <param name="space">The space of the regions.</param>
/// <param name="move">An answer with each region replaced; where it is given, what pieces of work find out is known to later
/// ones.</param>
internal sealed class RegionMemo<TKey, TValue>(RegionSpace space, Func<TValue, Func<Region, Region>, TValue>? move = null) : IPieceMemory
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

    public void Take(object found, Func<Region, Region> moved)
    {
        if (move is null)
        {
            return;
        }

        foreach (KeyValuePair<TKey, TValue> answer in (Dictionary<TKey, TValue>)found)
        {
            if (!_known.ContainsKey(answer.Key))
            {
                _known.Add(answer.Key, move(answer.Value, moved));
            }
        }
    }

    /// <summary>Keeps an answer.</summary>
    public void Set(TKey key, TValue value) => (space.Aside is { } view ? view.KnownOf<TKey, TValue>(this) : _known)[key] = value;
}

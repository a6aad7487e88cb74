namespace PolicyLang.Regions;

/// <summary>Where intervals of values begin, by numbers: many nodes part their variable in the same way.</summary>
/// <param name="before">What another table has, beside which this one is; it never changes meanwhile.</param>
internal sealed class Partings(Partings? before = null)
{
    /// <summary>The number of no intervals.</summary>
    public const int None = 0;

    private const int Booleans = 1;
    private const int FirstSize = 1 << 6;

    private readonly int _first = before?._end ?? 0;
    private Parting[] _partings = before is null ? Beginning() : new Parting[FirstSize];
    private int[] _buckets = new int[FirstSize];
    private int _end = before?._end ?? Booleans + 1;

    /// <summary>The starts with a number. Nobody writes into them.</summary>
    public long[] this[int number] => number < _first ? before![number] : _partings[number - _first].Starts;

    /// <summary>Whether the other table has it too.</summary>
    public bool IsBefore(int number) => number < _first;

    /// <summary>The number of some starts.</summary>
    public int NumberOf(ReadOnlySpan<long> starts)
    {
        if (starts.Length == 2 && starts[1] == 1)
        {
            return Booleans;
        }

        int hash = starts.Length;
        foreach (long start in starts)
        {
            hash = unchecked((hash * 31) + (int)start);
        }

        hash = OperationCache.Spread(hash);
        int known = before?.Find(starts, hash) ?? 0;
        return known > 0 ? known : Find(starts, hash) is > 0 and int own ? own : Add(starts, hash);
    }

    // 0 where it is not known: no intervals are never looked for.
    private int Find(ReadOnlySpan<long> starts, int hash)
    {
        for (int place = _buckets[hash & (_buckets.Length - 1)]; place != 0; place = _partings[place - 1].Next)
        {
            if (_partings[place - 1].Hash == hash && starts.SequenceEqual(_partings[place - 1].Starts))
            {
                return _first + place - 1;
            }
        }

        return 0;
    }

    private int Add(ReadOnlySpan<long> starts, int hash)
    {
        int place = _end - _first;
        if (place == _partings.Length)
        {
            Array.Resize(ref _partings, place * 2);
            _buckets = new int[place * 2];
            for (int p = 0; p < place; p++)
            {
                Link(p);
            }
        }

        _partings[place] = new Parting { Starts = starts.ToArray(), Hash = hash };
        Link(place);
        return _end++;
    }

    private void Link(int place)
    {
        ref int bucket = ref _buckets[_partings[place].Hash & (_buckets.Length - 1)];
        (_partings[place].Next, bucket) = (bucket, place + 1);
    }

    private static Parting[] Beginning()
    {
        var partings = new Parting[FirstSize];
        (partings[None].Starts, partings[Booleans].Starts) = ([], [0, 1]);
        return partings;
    }

    private struct Parting
    {
        public long[] Starts;
        public int Hash;
        public int Next;
    }
}

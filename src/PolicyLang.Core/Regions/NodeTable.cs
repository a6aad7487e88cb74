namespace PolicyLang.Regions;

/// <summary>The unique table of a space: a node that is made twice is the same object.</summary>
internal sealed class NodeTable
{
    // Numbers instead of references: the collector need not scan buckets that change constantly.
    private int[] _buckets = new int[1 << 12];
    private Region[] _nodes = new Region[1 << 12];

    // Hashes beside each other, so that a chain is followed without looking at its nodes.
    private Link[] _links = new Link[1 << 12];
    private readonly ImmutableArray<int> _order;
    private readonly WorkMeter _meter;
    private readonly OperationCache _cache = new();
    private int _count = 2;
    private int _walk;

    /// <param name="order">The index of the variable at each level.</param>
    /// <param name="meter">Counts the nodes that are made.</param>
    public NodeTable(ImmutableArray<int> order, WorkMeter meter)
    {
        (_order, _meter) = (order, meter);
        Empty = new Region(0, Region.TerminalLevel, -1, [], []);
        Full = new Region(1, Region.TerminalLevel, -1, [], []);
        _nodes[0] = Empty;
        _nodes[1] = Full;
        Empty.WitnessCost = int.MaxValue;
        Full.WitnessCost = 0;
    }

    /// <summary>No case.</summary>
    public Region Empty { get; }

    /// <summary>Every case.</summary>
    public Region Full { get; }

    /// <summary>The edges of nodes that are being made.</summary>
    public EdgeStack Edges { get; } = new();

    /// <summary>What the work in the table costs.</summary>
    public WorkMeter Meter => _meter;

    /// <summary>A number for a walk over nodes: a node that carries it in <see cref="Region.Walk"/> has been visited.</summary>
    public int BeginWalk() => ++_walk;

    /// <summary>The node with the edges above a height, which leave the stack; what they lead to where that is one node.</summary>
    public Region Make(int level, int from)
    {
        EdgeStack edges = Edges;
        int length = edges.Height - from;
        edges.Height = from;
        if (length == 1)
        {
            return edges.Child(from);
        }

        int hash = edges.HashOf(level, from, length);
        int bucket = hash & (_buckets.Length - 1);
        for (int id = _buckets[bucket]; id != 0; id = _links[id].Next)
        {
            if (_links[id].Hash == hash && _nodes[id].Level == level && edges.AreEdgesOf(_nodes[id], from, length))
            {
                return _nodes[id];
            }
        }

        _meter.CountNode();
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
            Array.Resize(ref _links, _count * 2);
        }

        var made = new Region(_count, level, _order[level], edges.CopyStarts(from, length), edges.CopyChildren(from, length));
        _nodes[_count] = made;
        _links[_count] = new Link(hash, _buckets[bucket]);
        _buckets[bucket] = _count++;
        if (_count > _buckets.Length)
        {
            Grow();
        }

        return made;
    }

    /// <summary>The node at a level that tests whether its variable lies between two values, both counted in.</summary>
    public Region MakeBetween(int level, long low, long high, long maximum)
    {
        if (low > high)
        {
            return Empty;
        }

        int from = Edges.Height;
        if (low > 0)
        {
            Edges.Push(0, Empty, from);
        }

        Edges.Push(low, Full, from);
        if (high < maximum)
        {
            Edges.Push(high + 1, Empty, from);
        }

        return Make(level, from);
    }

    /// <summary>The result of an operation, if it is known.</summary>
    public Region? Find(DiagramOperation operation, Region a, Region b) =>
        _cache.Find(operation, a.Id, b.Id) is >= 0 and int id ? _nodes[id] : null;

    /// <summary>Keeps the result of an operation.</summary>
    public Region Store(DiagramOperation operation, Region a, Region b, Region result)
    {
        _cache.Store(operation, a.Id, b.Id, result.Id);
        return result;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int id = 2; id < _count; id++)
        {
            int bucket = _links[id].Hash & (_buckets.Length - 1);
            _links[id] = _links[id] with { Next = _buckets[bucket] };
            _buckets[bucket] = id;
        }

        _cache.Grow();
    }

    /// <summary>How a node is found in its bucket.</summary>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Next">The number of the next node in the same bucket; 0 for none.</param>
    private readonly record struct Link(int Hash, int Next);
}

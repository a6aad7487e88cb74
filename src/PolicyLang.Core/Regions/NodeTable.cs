namespace PolicyLang.Regions;

/// <summary>The unique table of a space: a node that is made twice is the same object.</summary>
internal sealed class NodeTable
{
    private const int First = 1 << 12;

    // Numbers instead of references: the collector need not scan buckets that change constantly.
    private int[] _buckets = new int[First];
    private Region[] _nodes = new Region[First];

    // Hashes beside each other, so that a chain is followed without looking at its nodes.
    private Link[] _links = new Link[First];
    private readonly ImmutableArray<int> _order;
    private readonly WorkMeter _meter;
    private readonly WorkTools _tools;

    // The table beside which this one is; it never changes meanwhile.
    private readonly NodeTable? _before;
    private readonly int _first;
    private int _count;

    /// <param name="order">The index of the variable at each level.</param>
    /// <param name="meter">Counts the nodes that are made.</param>
    public NodeTable(ImmutableArray<int> order, WorkMeter meter)
    {
        (_order, _meter, _tools) = (order, meter, new WorkTools());
        Empty = new Region(Region.TerminalLevel, -1, [], []) { WitnessCost = int.MaxValue };
        Full = new Region(Region.TerminalLevel, -1, [], []) { Id = 1, WitnessCost = 0 };
        _nodes[0] = Empty;
        _nodes[1] = Full;
        _count = 2;
    }

    /// <summary>A table for nodes that are made beside those of another one, which stays as it is meanwhile.</summary>
    /// <param name="before">The other table, with all nodes that there are.</param>
    /// <param name="meter">Counts the nodes that are made.</param>
    /// <param name="tools">What whoever works with it uses from one piece of work to the next.</param>
    public NodeTable(NodeTable before, WorkMeter meter, WorkTools tools)
    {
        (_before, _first, _order, _meter, _tools) = (before, before._count, before._order, meter, tools);
        tools.Known.Begin();
        (Empty, Full) = (before.Empty, before.Full);

        // Place 0 ends the chains of buckets.
        _count = 1;
    }

    /// <summary>No case.</summary>
    public Region Empty { get; }

    /// <summary>Every case.</summary>
    public Region Full { get; }

    /// <summary>The edges of nodes that are being made.</summary>
    public EdgeStack Edges => _tools.Edges;

    /// <summary>What the work in the table costs.</summary>
    public WorkMeter Meter => _meter;

    // A table beside another one leaves its first place free.
    private int NumberAt(int place) => _before is null ? place : _first + place - 1;

    private Region NodeOf(int number) =>
        _before is null ? _nodes[number]
        : number < _first ? _before._nodes[number]
        : _nodes[number - _first + 1];

    /// <summary>Begins a walk over nodes.</summary>
    public NodeWalk BeginWalk() => _tools.Walks.Begin(NumberAt(_count));

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
        if (Known(edges, hash, level, from, length) is { } known)
        {
            return known;
        }

        _meter.CountNode();
        return Add(hash, new Region(level, _order[level], edges.CopyStarts(from, length), edges.CopyChildren(from, length)));
    }

    private Region? Known(EdgeStack edges, int hash, int level, int from, int length)
    {
        if (_before is not null && edges.AreBelow(_first, from, length) && _before.Known(edges, hash, level, from, length) is { } before)
        {
            return before;
        }

        for (int at = _buckets[hash & (_buckets.Length - 1)]; at != 0; at = _links[at].Next)
        {
            if (_links[at].Hash == hash && _nodes[at].Level == level && edges.AreEdgesOf(_nodes[at], from, length))
            {
                return _nodes[at];
            }
        }

        return null;
    }

    private Region Add(int hash, Region made)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
            Array.Resize(ref _links, _count * 2);
        }

        int bucket = hash & (_buckets.Length - 1);
        made.Id = NumberAt(_count);
        _nodes[_count] = made;
        _links[_count] = new Link(hash, _buckets[bucket]);
        _buckets[bucket] = _count++;
        if (_count > _buckets.Length)
        {
            Grow();
        }

        return made;
    }

    /// <summary>Takes over nodes of a table beside this one, which is used up with that.</summary>
    /// <param name="beside">The table.</param>
    /// <returns>Turns a node of that table into one of this; leaves one of this as it is.</returns>
    public Func<Region, Region> Take(NodeTable beside)
    {
        var taken = new Region?[beside._count];
        return Taken;

        // As deep as there are variables.
        Region Taken(Region node)
        {
            int place = node.Id - beside._first + 1;
            if (place <= 0 || place >= taken.Length || !ReferenceEquals(beside._nodes[place], node))
            {
                return node;
            }

            ref Region? known = ref taken[place];
            return known ??= Keep(node, beside._links[place].Hash);
        }

        Region Keep(Region node, int hash)
        {
            bool ofThis = true;
            for (int i = 0; i < node.Children.Length; i++)
            {
                node.Children[i] = Taken(node.Children[i]);
                ofThis &= node.Children[i].Id < beside._first;
            }

            EdgeStack edges = Edges;
            int from = edges.Height;
            for (int i = 0; i < node.Children.Length; i++)
            {
                edges.Push(node.Starts[i], node.Children[i], from);
            }

            int length = edges.Height - from;
            edges.Height = from;
            hash = ofThis ? hash : edges.HashOf(node.Level, from, length);
            if (Known(edges, hash, node.Level, from, length) is { } known)
            {
                return known;
            }

            _meter.CountNode();
            return Add(hash, node);
        }
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
        _tools.Known.Find(operation, a.Id, b.Id) is >= 0 and int number ? NodeOf(number) : null;

    /// <summary>Keeps the result of an operation.</summary>
    public Region Store(DiagramOperation operation, Region a, Region b, Region result)
    {
        _tools.Known.Store(operation, a.Id, b.Id, result.Id);
        return result;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int at = _before is null ? 2 : 1; at < _count; at++)
        {
            int bucket = _links[at].Hash & (_buckets.Length - 1);
            _links[at] = _links[at] with { Next = _buckets[bucket] };
            _buckets[bucket] = at;
        }

        _tools.Known.Grow();
    }

    /// <summary>How a node is found in its bucket.</summary>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Next">The place of the next node in the same bucket; 0 for none.</param>
    private readonly record struct Link(int Hash, int Next);
}

namespace PolicyLang.Regions;

/// <summary>The unique table of a space: a node that is made twice has the same number. All of it is in a few arrays of numbers, which the
/// collector need not look through.</summary>
internal sealed class NodeTable
{
    /// <summary>The number of the node without a case.</summary>
    public const int EmptyNode = 0;

    /// <summary>The number of the node with every case.</summary>
    public const int FullNode = 1;

    private readonly ImmutableArray<int> _order;
    private readonly WorkMeter _meter;
    private readonly WorkTools _tools;
    private readonly Partings _partings;

    // The table beside which this one is; it never changes meanwhile.
    private readonly NodeTable? _before;
    private readonly int _first;

    // The number of a node, less its place.
    private readonly int _offset;
    private TableNode[] _nodes;
    private int[] _edges;
    private Region?[] _regions;
    private NodeSlot[] _slots;
    private int _edgeCount;
    private int _count;

    // What is remembered decides what work costs: it grows with the nodes made here.
    private int _mostBeforeGrowth = NodeRoom.First;

    /// <param name="order">The index of the variable at each level.</param>
    /// <param name="meter">Counts the nodes that are made.</param>
    public NodeTable(ImmutableArray<int> order, WorkMeter meter)
    {
        (_order, _meter, _tools, _partings) = (order, meter, new WorkTools(), new Partings());
        (_nodes, _edges, _regions, _slots) = new NodeRoom();
        _nodes[EmptyNode] = new TableNode { Level = RegionNode.TerminalLevel, Parting = Partings.None };
        _nodes[FullNode] = new TableNode { Level = RegionNode.TerminalLevel, Parting = Partings.None };
        _count = 2;
    }

    /// <summary>A table for nodes that are made beside those of another one, which stays as it is meanwhile.</summary>
    /// <param name="before">The other table, with all nodes that there are.</param>
    /// <param name="meter">Counts the nodes that are made.</param>
    /// <param name="tools">What whoever works with it uses from one piece of work to the next.</param>
    /// <param name="room">Where it keeps them.</param>
    public NodeTable(NodeTable before, WorkMeter meter, WorkTools tools, NodeRoom room)
    {
        (_nodes, _edges, _regions, _slots) = room;
        (_before, _first, _order, _meter, _tools) = (before, before._count, before._order, meter, tools);
        _partings = new Partings(before._partings);
        tools.Known.Begin();

        // Place 0 says that a slot is free.
        _count = 1;
        _offset = _first - 1;
    }

    /// <summary>No case.</summary>
    public Region Empty => RegionOf(EmptyNode);

    /// <summary>Every case.</summary>
    public Region Full => RegionOf(FullNode);

    /// <summary>The edges of nodes that are being made.</summary>
    public EdgeStack Edges => _tools.Edges;

    /// <summary>What the work in the table costs.</summary>
    public WorkMeter Meter => _meter;

    /// <summary>The node with a number.</summary>
    public RegionNode At(int number)
    {
        NodeTable table = TableOf(number);
        ref TableNode node = ref table._nodes[number - table._offset];
        return new RegionNode(node.Level, node.Parting, table._partings[node.Parting], table._edges, node.FirstEdge);
    }

    /// <summary>The level of the node with a number.</summary>
    public int LevelOf(int number)
    {
        NodeTable table = TableOf(number);
        return table._nodes[number - table._offset].Level;
    }

    /// <summary>The index of the variable at a level.</summary>
    public int VariableAt(int level) => _order[level];

    /// <summary>The region of the node with a number: always the same object.</summary>
    public Region RegionOf(int number)
    {
        NodeTable table = TableOf(number);
        ref Region? region = ref table._regions[number - table._offset];

        // Those who work side by side may ask at the same time.
        return Volatile.Read(ref region) is { } known ? known
            : new Region(table, number) is var made && Interlocked.CompareExchange(ref region, made, null) is { } first ? first
            : made;
    }

    /// <summary>The least number of facts that a case in a node's region must state; negative where that is not known.</summary>
    public int WitnessCostOf(int number)
    {
        NodeTable table = TableOf(number);
        return table._nodes[number - table._offset].Cost - 1;
    }

    /// <summary>Keeps that number. Whoever finds it finds the same.</summary>
    public void KeepWitnessCost(int number, int cost)
    {
        NodeTable table = TableOf(number);
        table._nodes[number - table._offset].Cost = cost + 1;
    }

    /// <summary>Begins a walk over nodes.</summary>
    public NodeWalk BeginWalk() => _tools.Walks.Begin(_count + _offset);

    /// <summary>The node with the edges above a height, which leave the stack; what they lead to where that is one node.</summary>
    public int Make(int level, int from)
    {
        EdgeStack edges = Edges;
        int length = edges.Height - from;
        edges.Height = from;
        ReadOnlySpan<int> children = edges.Children(from, length);
        if (length == 1)
        {
            return children[0];
        }

        return Make(level, _partings.NumberOf(edges.Starts(from, length)), children);
    }

    /// <summary>The same with the level of another node, and its intervals or some of them joined.</summary>
    public int MakeLike(RegionNode node, int from)
    {
        EdgeStack edges = Edges;
        int length = edges.Height - from;
        if (length != node.Starts.Length)
        {
            return Make(node.Level, from);
        }

        edges.Height = from;
        return Make(node.Level, node.Parting, edges.Children(from, length));
    }

    private int Make(int level, int parting, ReadOnlySpan<int> children)
    {
        int hash = unchecked((level * 31) + parting);
        foreach (int child in children)
        {
            hash = unchecked((hash * 16777619) ^ child);
        }

        hash = OperationCache.Spread(hash);
        if (Known(hash, level, parting, children) is >= 0 and int known)
        {
            return known;
        }

        _meter.CountNode();
        return Add(hash, new TableNode { Level = level, Parting = parting }, children);
    }

    private NodeTable TableOf(int number) => number < _first ? _before! : this;

    private int Known(int hash, int level, int parting, ReadOnlySpan<int> children)
    {
        if (_before is not null && _partings.IsBefore(parting) && AreBefore(children)
            && _before.Known(hash, level, parting, children) is >= 0 and int before)
        {
            return before;
        }

        NodeSlot[] slots = _slots;
        for (int slot = hash & (slots.Length - 1); slots[slot].Place != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot].Hash == hash && IsAt(slots[slot].Place, level, parting, children))
            {
                return slots[slot].Place + _offset;
            }
        }

        return -1;
    }

    private bool IsAt(int place, int level, int parting, ReadOnlySpan<int> children)
    {
        ref TableNode node = ref _nodes[place];
        return node.Level == level && node.Parting == parting
            && children.SequenceEqual(_edges.AsSpan(node.FirstEdge, children.Length));
    }

    private bool AreBefore(ReadOnlySpan<int> children)
    {
        foreach (int child in children)
        {
            if (child >= _first)
            {
                return false;
            }
        }

        return true;
    }

    private int Add(int hash, TableNode made, ReadOnlySpan<int> children)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
            Array.Resize(ref _regions, _count * 2);
        }

        if (_edgeCount + children.Length > _edges.Length)
        {
            Array.Resize(ref _edges, Math.Max(_edges.Length * 2, _edgeCount + children.Length));
        }

        made.FirstEdge = _edgeCount;
        children.CopyTo(_edges.AsSpan(_edgeCount));
        _edgeCount += children.Length;
        _nodes[_count] = made;
        Link(new NodeSlot(hash, _count));
        int number = _count++ + _offset;

        // Slots that follow one another are few while half of all are free.
        if (_count > _slots.Length / 2)
        {
            Grow();
        }

        if (_count > _mostBeforeGrowth)
        {
            _mostBeforeGrowth *= 2;
            _tools.Known.Grow();
        }

        return number;
    }

    /// <summary>Gives back where the nodes were, with nothing in it. The table is of no use from then on.</summary>
    public NodeRoom GiveBack()
    {
        Array.Clear(_regions, 0, _count);
        Array.Clear(_slots, 0, _slots.Length);
        var room = new NodeRoom(_nodes, _edges, _regions, _slots);
        (_nodes, _edges, _regions, _slots) = ([], [], [], []);
        return room;
    }

    /// <summary>Takes over nodes of a table beside this one.</summary>
    /// <param name="beside">The table.</param>
    /// <returns>Turns a region of that table into one of this; leaves one of this as it is.</returns>
    public Func<Region, Region> Take(NodeTable beside)
    {
        // No node of that table is the empty one.
        var taken = new int[beside._count];
        return region => region.IsOf(beside) ? RegionOf(Taken(region.Id)) : region;

        // As deep as there are variables.
        int Taken(int number)
        {
            if (number < beside._first)
            {
                return number;
            }

            ref int known = ref taken[number - beside._offset];
            return known != 0 ? known : known = Keep(beside.At(number));
        }

        int Keep(RegionNode node)
        {
            EdgeStack edges = Edges;
            int from = edges.Height;
            for (int i = 0; i < node.Starts.Length; i++)
            {
                edges.Push(node.Starts[i], Taken(node[i]), from);
            }

            // What this table has had all along has the same number in both.
            return beside._partings.IsBefore(node.Parting) ? MakeLike(node, from) : Make(node.Level, from);
        }
    }

    /// <summary>The node at a level that tests whether its variable lies between two values, both counted in.</summary>
    public int MakeBetween(int level, long low, long high, long maximum)
    {
        if (low > high)
        {
            return EmptyNode;
        }

        int from = Edges.Height;
        if (low > 0)
        {
            Edges.Push(0, EmptyNode, from);
        }

        Edges.Push(low, FullNode, from);
        if (high < maximum)
        {
            Edges.Push(high + 1, EmptyNode, from);
        }

        return Make(level, from);
    }

    /// <summary>The result of an operation; negative where it is not known.</summary>
    public int Find(DiagramOperation operation, int a, int b) => _tools.Known.Find(operation, a, b);

    /// <summary>Keeps the result of an operation.</summary>
    public int Store(DiagramOperation operation, int a, int b, int result)
    {
        _tools.Known.Store(operation, a, b, result);
        return result;
    }

    private void Grow()
    {
        NodeSlot[] old = _slots;
        _slots = new NodeSlot[old.Length * 2];
        foreach (NodeSlot slot in old)
        {
            if (slot.Place != 0)
            {
                Link(slot);
            }
        }
    }

    private void Link(NodeSlot made)
    {
        int slot = made.Hash & (_slots.Length - 1);
        while (_slots[slot].Place != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = made;
    }
}

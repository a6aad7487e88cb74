namespace PolicyLang.Regions;

/// <summary>
/// All regions over one list of variables. Nodes are unique (reference equality is set equality), operations are memoised.
/// Not thread-safe: one thread works in a space at a time.
/// </summary>
public sealed partial class RegionSpace
{
    private static readonly long[] BothBooleans = [0, 1];
    private readonly long[]?[] _commonStarts = new long[]?[1 << 10];

    // Numbers of nodes, not references: the garbage collector need not look through tables that change all over all the time.
    private int[] _buckets = new int[1 << 12];
    private Region[] _nodes = new Region[1 << 12];
    private readonly ImmutableArray<int> _order;
    private readonly ImmutableArray<int> _levels;
    private readonly bool _asDeclared;
    private int _count = 2;
    private int _walk;

    /// <param name="variables">The dimensions, as they are declared, given before chosen.</param>
    /// <param name="budget">The most nodes that one piece of work may add.</param>
    /// <param name="order">Their indexes in the order of diagrams, given before chosen; as they are declared unless given.</param>
    public RegionSpace(ImmutableArray<Variable> variables, int budget = DefaultBudget, ImmutableArray<int> order = default)
    {
        Variables = variables;
        _budget = budget;
        _order = order.IsDefault ? [.. variables.Select(v => v.Index)] : order;
        _levels = [.. Enumerable.Range(0, _order.Length).OrderBy(level => _order[level])];
        _asDeclared = _order.SequenceEqual(Enumerable.Range(0, _order.Length));
        FirstChosenVariable = variables.Length;
        while (FirstChosenVariable > 0 && variables[FirstChosenVariable - 1].Chosen)
        {
            FirstChosenVariable--;
        }

        Empty = new Region(0, Region.TerminalLevel, -1, [], []);
        Full = new Region(1, Region.TerminalLevel, -1, [], []);
        _nodes[0] = Empty;
        _nodes[1] = Full;
        Empty.WitnessCost = int.MaxValue;
        Full.WitnessCost = 0;
    }

    /// <summary>The dimensions, as they are declared: what a case is, and how witnesses choose, does not depend on the order of
    /// diagrams.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>The index of the first chosen variable, and its level.</summary>
    public int FirstChosenVariable { get; }

    /// <summary>No case.</summary>
    public Region Empty { get; }

    /// <summary>Every case.</summary>
    public Region Full { get; }

    /// <summary>How many nodes the space holds.</summary>
    public int NodeCount => _count;

    /// <summary>Whether the variables of diagrams are in the order in which they are declared.</summary>
    internal bool IsAsDeclared => _asDeclared;

    /// <summary>The place of a variable in the order of diagrams.</summary>
    internal int LevelOf(int variable) => _levels[variable];

    /// <summary>The variable at a place in the order of diagrams.</summary>
    internal Variable VariableAt(int level) => Variables[_order[level]];

    /// <summary>A number for a walk over nodes: a node that carries it in <see cref="Region.Walk"/> has been visited.</summary>
    internal int BeginWalk() => ++_walk;

    /// <summary>The cases in which a variable lies between two values, both counted in.</summary>
    public Region Between(int variable, long low, long high)
    {
        low = Math.Max(0, low);
        high = Math.Min(high, Variables[variable].Maximum);
        if (low > high)
        {
            return Empty;
        }

        int top = _top;
        if (low > 0)
        {
            Push(0, Empty);
        }

        Push(low, Full);
        if (high < Variables[variable].Maximum)
        {
            Push(high + 1, Empty);
        }

        return Make(_levels[variable], top);
    }

    /// <summary>The cases in which a flag or element is set.</summary>
    public Region IsTrue(int variable) => Between(variable, 1, 1);

    private Region Make(int level, int from)
    {
        int length = _top - from;
        _top = from;
        if (length == 1)
        {
            return _stackChildren[from];
        }

        int hash = level;
        for (int i = from; i < from + length; i++)
        {
            hash = unchecked((((hash * 31) + _stackStarts[i].GetHashCode()) * 16777619) ^ _stackChildren[i].Id);
        }

        hash = Spread(hash);
        int bucket = hash & (_buckets.Length - 1);
        for (int id = _buckets[bucket]; id != 0; id = _nodes[id].Next)
        {
            Region node = _nodes[id];
            if (node.Level == level && SameEdges(node, from, length))
            {
                return node;
            }
        }

        if (_count >= _allowed.Limit)
        {
            GiveUp();
        }

        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
        }

        var made = new Region(_count, level, _order[level], CopyStarts(from, length), CopyChildren(from, length))
        { Next = _buckets[bucket] };
        _nodes[_count] = made;
        _buckets[bucket] = _count++;
        if (_count > _buckets.Length)
        {
            Grow();
        }

        return made;
    }

    private bool SameEdges(Region node, int from, int length)
    {
        if (node.Starts.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (node.Starts[i] != _stackStarts[from + i] || !ReferenceEquals(node.Children[i], _stackChildren[from + i]))
            {
                return false;
            }
        }

        return true;
    }

    private long[] CopyStarts(int from, int length)
    {
        if (length == 2 && _stackStarts[from + 1] == 1)
        {
            return BothBooleans;
        }

        // Many nodes part their variable in the same way.
        int hash = length;
        for (int i = from; i < from + length; i++)
        {
            hash = unchecked((hash * 31) + (int)_stackStarts[i]);
        }

        ref long[]? common = ref _commonStarts[Spread(hash) & (_commonStarts.Length - 1)];
        if (common is null || !SameStarts(common, from, length))
        {
            common = new long[length];
            Array.Copy(_stackStarts, from, common, 0, length);
        }

        return common;
    }

    private bool SameStarts(long[] starts, int from, int length)
    {
        if (starts.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (starts[i] != _stackStarts[from + i])
            {
                return false;
            }
        }

        return true;
    }

    private Region[] CopyChildren(int from, int length)
    {
        var children = new Region[length];
        Array.Copy(_stackChildren, from, children, 0, length);
        return children;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int id = 2; id < _count; id++)
        {
            Region node = _nodes[id];
            int bucket = HashOf(node) & (_buckets.Length - 1);
            node.Next = _buckets[bucket];
            _buckets[bucket] = id;
        }

        GrowCache();
    }

    private static int HashOf(Region node)
    {
        int hash = node.Level;
        for (int i = 0; i < node.Starts.Length; i++)
        {
            hash = unchecked((((hash * 31) + node.Starts[i].GetHashCode()) * 16777619) ^ node.Children[i].Id);
        }

        return Spread(hash);
    }

    private static int Spread(int hash)
    {
        uint x = unchecked((uint)hash);
        x ^= x >> 16;
        x = unchecked(x * 0x7feb352d);
        x ^= x >> 15;
        x = unchecked(x * 0x846ca68b);
        return unchecked((int)(x ^ (x >> 16)));
    }
}

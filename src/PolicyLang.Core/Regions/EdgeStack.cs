namespace PolicyLang.Regions;

/// <summary>The edges of nodes that are being made, one node's above another's: where an interval starts and what it leads to.</summary>
internal sealed class EdgeStack
{
    private static readonly long[] BothBooleans = [0, 1];
    private readonly long[]?[] _commonStarts = new long[]?[1 << 10];
    private long[] _starts = new long[1024];
    private Region[] _children = new Region[1024];

    /// <summary>How many edges are on the stack.</summary>
    public int Height { get; set; }

    /// <summary>What an edge leads to.</summary>
    public Region Child(int at) => _children[at];

    /// <summary>Adds an edge.</summary>
    /// <param name="start">Where its interval starts.</param>
    /// <param name="child">What it leads to.</param>
    /// <param name="from">The height at which the edges of the same node begin.</param>
    public void Push(long start, Region child, int from)
    {
        int height = Height;

        // Joined neighbours keep the diagram canonical.
        if (height > from && ReferenceEquals(_children[height - 1], child))
        {
            return;
        }

        if (height == _starts.Length)
        {
            Array.Resize(ref _starts, height * 2);
            Array.Resize(ref _children, height * 2);
        }

        _starts[height] = start;
        _children[height] = child;
        Height = height + 1;
    }

    /// <summary>The hash of a node at a level with the edges of a stretch.</summary>
    public int HashOf(int level, int from, int length)
    {
        int hash = level;
        for (int i = from; i < from + length; i++)
        {
            hash = unchecked((((hash * 31) + _starts[i].GetHashCode()) * 16777619) ^ _children[i].Id);
        }

        return OperationCache.Spread(hash);
    }

    /// <summary>Whether the edges of a stretch lead to nodes alone whose numbers are below a limit.</summary>
    public bool AreBelow(int limit, int from, int length)
    {
        for (int i = from; i < from + length; i++)
        {
            if (_children[i].Id >= limit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a node has the edges of a stretch.</summary>
    public bool AreEdgesOf(Region node, int from, int length)
    {
        if (node.Starts.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (node.Starts[i] != _starts[from + i] || !ReferenceEquals(node.Children[i], _children[from + i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The starts of a stretch, shared where others are the same.</summary>
    public long[] CopyStarts(int from, int length)
    {
        if (length == 2 && _starts[from + 1] == 1)
        {
            return BothBooleans;
        }

        // Many nodes part their variable in the same way.
        int hash = length;
        for (int i = from; i < from + length; i++)
        {
            hash = unchecked((hash * 31) + (int)_starts[i]);
        }

        ref long[]? common = ref _commonStarts[OperationCache.Spread(hash) & (_commonStarts.Length - 1)];
        if (common is null || !common.AsSpan().SequenceEqual(_starts.AsSpan(from, length)))
        {
            common = new long[length];
            Array.Copy(_starts, from, common, 0, length);
        }

        return common;
    }

    /// <summary>What the edges of a stretch lead to.</summary>
    public Region[] CopyChildren(int from, int length)
    {
        var children = new Region[length];
        Array.Copy(_children, from, children, 0, length);
        return children;
    }
}

namespace PolicyLang.Regions;

/// <summary>The edges of nodes that are being made, one node's above another's: where an interval starts and what it leads to.</summary>
internal sealed class EdgeStack
{
    private long[] _starts = new long[1024];
    private int[] _children = new int[1024];

    /// <summary>How many edges are on the stack.</summary>
    public int Height { get; set; }

    /// <summary>Adds an edge.</summary>
    /// <param name="start">Where its interval starts.</param>
    /// <param name="child">The number of the node that it leads to.</param>
    /// <param name="from">The height at which the edges of the same node begin.</param>
    public void Push(long start, int child, int from)
    {
        int height = Height;

        // Joined neighbours keep the diagram canonical.
        if (height > from && _children[height - 1] == child)
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

    /// <summary>Where the intervals of a stretch start; good until an edge is added.</summary>
    public ReadOnlySpan<long> Starts(int from, int length) => _starts.AsSpan(from, length);

    /// <summary>What the edges of a stretch lead to; good until an edge is added.</summary>
    public ReadOnlySpan<int> Children(int from, int length) => _children.AsSpan(from, length);
}

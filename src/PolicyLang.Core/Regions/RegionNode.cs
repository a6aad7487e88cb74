namespace PolicyLang.Regions;

/// <summary>A node of a decision diagram: it tests one variable, whose values lead to the same child between two starts.</summary>
/// <param name="level">The place of the variable in the order of the space's diagrams.</param>
/// <param name="parting">The number of where the intervals begin.</param>
/// <param name="starts">Where they begin.</param>
/// <param name="edges">The children of many nodes.</param>
/// <param name="first">Where those of this node begin.</param>
internal readonly struct RegionNode(int level, int parting, long[] starts, int[] edges, int first)
{
    /// <summary>The level of the two terminals: below every real one.</summary>
    public const int TerminalLevel = int.MaxValue;

    /// <summary>The place of the variable tested here in the order of the space's diagrams.</summary>
    public int Level { get; } = level;

    /// <summary>The number of where the intervals begin: equal ones begin at the same values.</summary>
    public int Parting { get; } = parting;

    /// <summary>Where the intervals begin, ascending; the first is 0, the last runs to the variable's maximum. Nobody writes into
    /// it.</summary>
    public long[] Starts { get; } = starts;

    /// <summary>The number of the node that an interval leads to; neighbours differ.</summary>
    public int this[int interval] => edges[first + interval];

    /// <summary>The numbers of the nodes that the intervals lead to.</summary>
    public ReadOnlySpan<int> Children => edges.AsSpan(first, Starts.Length);

    /// <summary>The number of the node that a value leads to.</summary>
    public int Follow(long value)
    {
        int low = 0;
        int high = Starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (Starts[middle] <= value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return this[low];
    }
}

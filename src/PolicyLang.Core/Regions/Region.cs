namespace PolicyLang.Regions;

/// <summary>
/// A set of cases, as a node of a hash-consed decision diagram: within one <see cref="RegionSpace"/> two regions are equal
/// exactly when they are the same object. A node tests one variable; between two starts the variable's values lead to the same child.
/// </summary>
internal sealed class Region
{
    /// <summary>The level of the two terminals: below every real one.</summary>
    internal const int TerminalLevel = int.MaxValue;

    internal Region(int level, int variable, long[] starts, Region[] children)
    {
        Level = level;
        Variable = variable;
        Starts = starts;
        Children = children;
    }

    /// <summary>The place of the variable tested here in the order of the space's diagrams.</summary>
    internal int Level { get; }

    /// <summary>The index of the variable tested here; means nothing for a terminal.</summary>
    internal int Variable { get; }

    /// <summary>Where the intervals begin, ascending; the first is 0, the last runs to the variable's maximum.</summary>
    internal long[] Starts { get; }

    /// <summary>What each interval leads to; neighbours differ.</summary>
    internal Region[] Children { get; }

    /// <summary>The order in which the node was made, or taken over from beside; 0 is the empty region, 1 the full one.</summary>
    internal int Id { get; set; }

    /// <summary>The least number of facts that a case in the region must state; computed on demand by the witness search.</summary>
    internal int WitnessCost { get; set; } = -1;

    /// <summary>Whether no case is in the region.</summary>
    public bool IsEmpty => Id == 0;

    /// <summary>Whether every case is in the region.</summary>
    public bool IsFull => Id == 1;

    internal bool IsTerminal => Level == TerminalLevel;

    /// <summary>What a value of the node's variable leads to.</summary>
    internal Region Child(long value)
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

        return Children[low];
    }
}

namespace PolicyLang.Regions;

/// <summary>The arrays of a table of nodes, with nothing in them. A table for a piece of work takes those of an earlier one.</summary>
/// <param name="Nodes">By their places, what nodes test.</param>
/// <param name="Edges">What their edges lead to, one node's after another's.</param>
/// <param name="Regions">By their places, regions, where somebody holds them.</param>
/// <param name="Slots">By hashes, the places of nodes.</param>
internal sealed record NodeRoom(TableNode[] Nodes, int[] Edges, Region?[] Regions, NodeSlot[] Slots)
{
    /// <summary>How many nodes it has room for at first.</summary>
    public const int First = 1 << 12;

    /// <summary>Room for a few thousand nodes, which grows.</summary>
    public NodeRoom()
        : this(new TableNode[First], new int[First * 2], new Region?[First], new NodeSlot[First * 2])
    {
    }
}

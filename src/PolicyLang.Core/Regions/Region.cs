namespace PolicyLang.Regions;

/// <summary>
/// A set of cases: a node of a hash-consed decision diagram, by its number. Within one <see cref="RegionSpace"/> two regions are equal
/// exactly when they are the same object.
/// </summary>
internal sealed class Region
{
    private readonly NodeTable _nodes;

    internal Region(NodeTable nodes, int id) => (_nodes, Id) = (nodes, id);

    /// <summary>The number of the node, in the order in which nodes were made or taken over from beside; 0 is the empty region, 1 the full
    /// one.</summary>
    internal int Id { get; }

    /// <summary>The place of the variable tested first in the order of the space's diagrams.</summary>
    internal int Level => _nodes.At(Id).Level;

    /// <summary>The index of the variable tested first; means nothing for a terminal.</summary>
    internal int Variable => _nodes.VariableAt(Level);

    /// <summary>Where the intervals of the variable's values begin; see <see cref="RegionNode.Starts"/>.</summary>
    internal long[] Starts => _nodes.At(Id).Starts;

    /// <summary>What each interval leads to; neighbours differ.</summary>
    internal IEnumerable<Region> Children => Enumerable.Range(0, Starts.Length).Select(i => _nodes.RegionOf(_nodes.At(Id)[i]));

    /// <summary>Whether no case is in the region.</summary>
    public bool IsEmpty => Id == NodeTable.EmptyNode;

    /// <summary>Whether every case is in the region.</summary>
    public bool IsFull => Id == NodeTable.FullNode;

    internal bool IsTerminal => Id <= NodeTable.FullNode;

    /// <summary>What a value of the variable leads to.</summary>
    internal Region Child(long value) => _nodes.RegionOf(_nodes.At(Id).Follow(value));

    /// <summary>Whether the region was made in a table.</summary>
    internal bool IsOf(NodeTable nodes) => ReferenceEquals(_nodes, nodes);
}

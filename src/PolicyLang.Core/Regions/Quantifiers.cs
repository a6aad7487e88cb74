namespace PolicyLang.Regions;

/// <summary>"For some choice" and "for every choice".</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="firstChosen">The level of the first chosen variable.</param>
internal sealed class Quantifiers(NodeTable nodes, int firstChosen)
{
    /// <summary>The given facts for which some choice is in the region.</summary>
    public Region ExistsChosen(Region region) => nodes.RegionOf(Fold(DiagramOperation.Exists, region.Id));

    /// <summary>The given facts for which every choice is in the region.</summary>
    public Region ForAllChosen(Region region) => nodes.RegionOf(Fold(DiagramOperation.ForAll, region.Id));

    private int Fold(DiagramOperation operation, int number)
    {
        RegionNode node = nodes.At(number);
        if (node.Level == RegionNode.TerminalLevel)
        {
            return number;
        }

        if (node.Level >= firstChosen)
        {
            // Below the frontier a non-terminal node contains some but not all choices.
            return operation == DiagramOperation.Exists ? NodeTable.FullNode : NodeTable.EmptyNode;
        }

        if (nodes.Find(operation, number, number) is >= 0 and int known)
        {
            return known;
        }

        nodes.Meter.Step();
        EdgeStack edges = nodes.Edges;
        int top = edges.Height;
        for (int i = 0; i < node.Starts.Length; i++)
        {
            edges.Push(node.Starts[i], Fold(operation, node[i]), top);
        }

        return nodes.Store(operation, number, number, nodes.MakeLike(node, top));
    }
}

namespace PolicyLang.Regions;

/// <summary>"For some choice" and "for every choice".</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="firstChosen">The level of the first chosen variable.</param>
internal sealed class Quantifiers(NodeTable nodes, int firstChosen)
{
    /// <summary>The given facts for which some choice is in the region.</summary>
    public Region ExistsChosen(Region region) => Fold(DiagramOperation.Exists, region);

    /// <summary>The given facts for which every choice is in the region.</summary>
    public Region ForAllChosen(Region region) => Fold(DiagramOperation.ForAll, region);

    private Region Fold(DiagramOperation operation, Region region)
    {
        if (region.IsTerminal)
        {
            return region;
        }

        if (region.Level >= firstChosen)
        {
            // Below the frontier a non-terminal node contains some but not all choices.
            return operation == DiagramOperation.Exists ? nodes.Full : nodes.Empty;
        }

        if (nodes.Find(operation, region, region) is { } known)
        {
            return known;
        }

        nodes.Meter.Step();
        EdgeStack edges = nodes.Edges;
        int top = edges.Height;
        for (int i = 0; i < region.Starts.Length; i++)
        {
            edges.Push(region.Starts[i], Fold(operation, region.Children[i]), top);
        }

        return nodes.Store(operation, region, region, nodes.Make(region.Level, top));
    }
}

namespace PolicyLang.Regions;

/// <summary>What is left of regions where variables have values.</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="walks">Visits to them.</param>
/// <param name="levels">The level of each variable.</param>
/// <param name="asDeclared">Whether that is its index.</param>
internal sealed class Cofactors(NodeTable nodes, NodeWalks walks, ImmutableArray<int> levels, bool asDeclared)
{
    /// <summary>What a region says where a variable has a value: a region that does not depend on the variable.</summary>
    public Region Cofactor(Region region, int variable, long value) => nodes.RegionOf(Cofactor(region.Id, variable, value));

    /// <inheritdoc cref="Cofactor(Region, int, long)"/>
    public int Cofactor(int node, int variable, long value) =>
        Cofactor(node, levels[variable], v => v == variable ? value : null, []);

    /// <summary>What a region says where some variables have the values of a case.</summary>
    /// <param name="region">The region.</param>
    /// <param name="variables">Their indexes.</param>
    /// <param name="values">A value for each variable.</param>
    /// <param name="known">What is known of nodes below, for the same variables and values.</param>
    public Region Cofactor(Region region, ISet<int> variables, long[] values, Dictionary<int, int> known) =>
        variables.Count == 0
            ? region
            : nodes.RegionOf(Cofactor(
                region.Id, variables.Max(v => levels[v]), v => variables.Contains(v) ? values[v] : null, known));

    /// <summary>Takes a region apart by the first of its variables as they are declared, or by the first that it tests.</summary>
    /// <param name="node">The number of the region's node; no terminal.</param>
    /// <param name="below">Variables from this index on are taken in the order of diagrams, which costs less.</param>
    public Split SplitFirst(int node, int below = int.MaxValue)
    {
        int first = FirstDeclared(node, below);
        RegionNode top = nodes.At(node);
        int own = nodes.VariableAt(top.Level);
        return first == int.MaxValue || first == own ? new Split(own, top.Starts, top.Children.ToArray()) : SplitBy(node, first);
    }

    /// <summary>The first variable, as they are declared, that a region tests.</summary>
    public int FirstDeclared(int node, int below = int.MaxValue) =>
        asDeclared ? nodes.VariableAt(nodes.LevelOf(node)) : walks.FirstOf(node, below);

    private Split SplitBy(int node, int variable)
    {
        var starts = new List<long>();
        var children = new List<int>();
        foreach (long start in walks.StartsOf(nodes.RegionOf(node), variable))
        {
            int child = Cofactor(node, variable, start);
            if (children.Count == 0 || children[children.Count - 1] != child)
            {
                starts.Add(start);
                children.Add(child);
            }
        }

        return new Split(variable, [.. starts], [.. children]);
    }

    // What is left of a region when some variables have fixed values.
    private int Cofactor(int number, int last, Func<int, long?> valueOf, Dictionary<int, int> known)
    {
        RegionNode node = nodes.At(number);
        while (node.Level <= last && node.Level != RegionNode.TerminalLevel && valueOf(nodes.VariableAt(node.Level)) is { } value)
        {
            number = node.Follow(value);
            node = nodes.At(number);
        }

        if (node.Level > last || node.Level == RegionNode.TerminalLevel)
        {
            return number;
        }

        if (!known.TryGetValue(number, out int rest))
        {
            nodes.Meter.Step();
            EdgeStack edges = nodes.Edges;
            int top = edges.Height;
            for (int i = 0; i < node.Starts.Length; i++)
            {
                edges.Push(node.Starts[i], Cofactor(node[i], last, valueOf, known), top);
            }

            rest = nodes.MakeLike(node, top);
            known.Add(number, rest);
        }

        return rest;
    }
}

namespace PolicyLang.Regions;

/// <summary>What is left of regions where variables have values.</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="walks">Visits to them.</param>
/// <param name="levels">The level of each variable.</param>
/// <param name="asDeclared">Whether that is its index.</param>
internal sealed class Cofactors(NodeTable nodes, NodeWalks walks, ImmutableArray<int> levels, bool asDeclared)
{
    /// <summary>What a region says where a variable has a value: a region that does not depend on the variable.</summary>
    public Region Cofactor(Region region, int variable, long value) =>
        Cofactor(region, levels[variable], v => v == variable ? value : null, []);

    /// <summary>What a region says where some variables have the values of a case.</summary>
    /// <param name="region">The region.</param>
    /// <param name="variables">Their indexes.</param>
    /// <param name="values">A value for each variable.</param>
    /// <param name="known">What is known of regions below, for the same variables and values.</param>
    public Region Cofactor(Region region, ISet<int> variables, long[] values, Dictionary<Region, Region> known) =>
        variables.Count == 0
            ? region
            : Cofactor(region, variables.Max(v => levels[v]), v => variables.Contains(v) ? values[v] : null, known);

    /// <summary>Takes a region apart by the first of its variables as they are declared, or by the first that it tests.</summary>
    /// <param name="region">A region that is no terminal.</param>
    /// <param name="below">Variables from this index on are taken in the order of diagrams, which costs less.</param>
    public Split SplitFirst(Region region, int below = int.MaxValue)
    {
        int first = FirstDeclared(region, below);
        return first == int.MaxValue || first == region.Variable ? new Split(region) : SplitBy(region, first);
    }

    /// <summary>The first variable, as they are declared, that a region tests.</summary>
    public int FirstDeclared(Region region, int below = int.MaxValue) =>
        asDeclared ? region.Variable : walks.FirstOf(region, below);

    private Split SplitBy(Region region, int variable)
    {
        var starts = new List<long>();
        var children = new List<Region>();
        foreach (long start in walks.StartsOf(region, variable))
        {
            Region child = Cofactor(region, variable, start);
            if (children.Count == 0 || !ReferenceEquals(children[children.Count - 1], child))
            {
                starts.Add(start);
                children.Add(child);
            }
        }

        return new Split(variable, [.. starts], [.. children]);
    }

    // What is left of a region when some variables have fixed values.
    private Region Cofactor(Region region, int last, Func<int, long?> valueOf, Dictionary<Region, Region> known)
    {
        while (region.Level <= last && !region.IsTerminal && valueOf(region.Variable) is { } value)
        {
            region = region.Child(value);
        }

        if (region.Level > last || region.IsTerminal)
        {
            return region;
        }

        if (!known.TryGetValue(region, out Region? rest))
        {
            nodes.Meter.Step();
            EdgeStack edges = nodes.Edges;
            int top = edges.Height;
            for (int i = 0; i < region.Starts.Length; i++)
            {
                edges.Push(region.Starts[i], Cofactor(region.Children[i], last, valueOf, known), top);
            }

            rest = nodes.Make(region.Level, top);
            known.Add(region, rest);
        }

        return rest;
    }
}

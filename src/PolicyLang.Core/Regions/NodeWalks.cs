namespace PolicyLang.Regions;

/// <summary>Answers that take a visit to every node of a region.</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="variables">The dimensions, as they are declared.</param>
/// <param name="levels">The level of each variable.</param>
internal sealed class NodeWalks(NodeTable nodes, ImmutableArray<Variable> variables, ImmutableArray<int> levels)
{
    /// <summary>The variables on which membership in one of some regions depends.</summary>
    public ISet<int> Support(IEnumerable<Region> regions) => new HashSet<int>(NodesOf(regions).Select(VariableOf));

    /// <summary>The least index of the variables on which membership in a region depends.</summary>
    /// <param name="node">The number of the region's node.</param>
    /// <param name="below">Variables from this index on do not count.</param>
    /// <returns>The largest number there is where there is none.</returns>
    public int FirstOf(int node, int below) => FirstOf(node, below, nodes.BeginWalk());

    /// <summary>The values that a variable has in the cases of a region, in stretches that ascend and do not touch.</summary>
    public ImmutableArray<(long First, long Last)> ValuesOf(Region region, int variable)
    {
        int level = levels[variable];
        NodeWalk walk = nodes.BeginWalk();
        var stretches = new List<(long First, long Last)>();
        var pending = new Stack<int>();
        pending.Push(region.Id);
        while (pending.Count > 0)
        {
            int number = pending.Pop();
            if (number == NodeTable.EmptyNode || !walk.Visit(number))
            {
                continue;
            }

            RegionNode node = nodes.At(number);
            if (node.Level > level)
            {
                // A way through the diagram that passes the variable by: it may have any value.
                return [(0, variables[variable].Maximum)];
            }

            for (int i = 0; i < node.Starts.Length; i++)
            {
                if (node.Level < level)
                {
                    pending.Push(node[i]);
                }
                else if (node[i] != NodeTable.EmptyNode)
                {
                    stretches.Add((node.Starts[i], i + 1 < node.Starts.Length ? node.Starts[i + 1] - 1 : variables[variable].Maximum));
                }
            }
        }

        var joined = ImmutableArray.CreateBuilder<(long First, long Last)>();
        foreach ((long first, long last) in stretches.OrderBy(s => s.First))
        {
            // The last value there is has none after it.
            if (joined.Count > 0 && first - 1 <= joined[joined.Count - 1].Last)
            {
                joined[joined.Count - 1] = (joined[joined.Count - 1].First, Math.Max(joined[joined.Count - 1].Last, last));
            }
            else
            {
                joined.Add((first, last));
            }
        }

        return joined.ToImmutable();
    }

    /// <summary>
    /// The values of a variable in classes: two values are in one class exactly when no region tells them apart, whatever the other
    /// variables are. Each class ascends; the classes are ordered by their first value.
    /// </summary>
    /// <param name="regions">The regions.</param>
    /// <param name="variable">The variable; its values are few.</param>
    public ImmutableArray<ImmutableArray<long>> ClassesOf(IEnumerable<Region> regions, int variable)
    {
        int[] tests = [.. NodesOf(regions).Where(n => VariableOf(n) == variable)];
        var classes = new Dictionary<string, ImmutableArray<long>.Builder>(StringComparer.Ordinal);
        var ordered = new List<ImmutableArray<long>.Builder>();
        for (long value = 0; value <= variables[variable].Maximum; value++)
        {
            string children = string.Join(",", tests.Select(t => nodes.At(t).Follow(value)));
            if (!classes.TryGetValue(children, out ImmutableArray<long>.Builder? members))
            {
                classes.Add(children, members = ImmutableArray.CreateBuilder<long>());
                ordered.Add(members);
            }

            members.Add(value);
        }

        return [.. ordered.Select(m => m.ToImmutable())];
    }

    /// <summary>How many nodes a region has.</summary>
    public int SizeOf(Region region) => NodesOf([region]).Count;

    /// <summary>Where the intervals of values begin that a region tells apart.</summary>
    public long[] StartsOf(Region region, int variable) =>
        [.. NodesOf([region]).Where(n => VariableOf(n) == variable).SelectMany(n => nodes.At(n).Starts).Distinct().OrderBy(s => s)];

    // Every node below some regions that is no terminal.
    private List<int> NodesOf(IEnumerable<Region> regions)
    {
        // Regions may be made only now, before the walk.
        var pending = new Stack<int>(regions.Select(r => r.Id));
        NodeWalk walk = nodes.BeginWalk();
        var found = new List<int>();
        while (pending.Count > 0)
        {
            int node = pending.Pop();
            if (node <= NodeTable.FullNode || !walk.Visit(node))
            {
                continue;
            }

            found.Add(node);
            foreach (int child in nodes.At(node).Children)
            {
                pending.Push(child);
            }
        }

        return found;
    }

    // As deep as there are variables.
    private int FirstOf(int number, int below, NodeWalk walk)
    {
        if (number <= NodeTable.FullNode || !walk.Visit(number))
        {
            return int.MaxValue;
        }

        RegionNode node = nodes.At(number);
        int variable = nodes.VariableAt(node.Level);
        int first = variable < below ? variable : int.MaxValue;
        foreach (int child in node.Children)
        {
            first = Math.Min(first, FirstOf(child, below, walk));
        }

        return first;
    }

    private int VariableOf(int node) => nodes.VariableAt(nodes.LevelOf(node));
}

namespace PolicyLang.Regions;

/// <summary>Answers that take a visit to every node of a region.</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="variables">The dimensions, as they are declared.</param>
/// <param name="levels">The level of each variable.</param>
internal sealed class NodeWalks(NodeTable nodes, ImmutableArray<Variable> variables, ImmutableArray<int> levels)
{
    /// <summary>The variables on which membership in one of some regions depends.</summary>
    public ISet<int> Support(IEnumerable<Region> regions) => new HashSet<int>(NodesOf(regions).Select(n => n.Variable));

    /// <summary>The least index of the variables on which membership in a region depends.</summary>
    /// <param name="region">The region.</param>
    /// <param name="below">Variables from this index on do not count.</param>
    /// <returns>The largest number there is where there is none.</returns>
    public int FirstOf(Region region, int below) => FirstOf(region, below, nodes.BeginWalk());

    /// <summary>The values that a variable has in the cases of a region, in stretches that ascend and do not touch.</summary>
    public ImmutableArray<(long First, long Last)> ValuesOf(Region region, int variable)
    {
        int level = levels[variable];
        NodeWalk walk = nodes.BeginWalk();
        var stretches = new List<(long First, long Last)>();
        var pending = new Stack<Region>();
        pending.Push(region);
        while (pending.Count > 0)
        {
            Region node = pending.Pop();
            if (node.IsEmpty || !walk.Visit(node))
            {
                continue;
            }

            if (node.Level > level)
            {
                // A way through the diagram that passes the variable by: it may have any value.
                return [(0, variables[variable].Maximum)];
            }

            for (int i = 0; i < node.Children.Length; i++)
            {
                if (node.Level < level)
                {
                    pending.Push(node.Children[i]);
                }
                else if (!node.Children[i].IsEmpty)
                {
                    stretches.Add((node.Starts[i], i + 1 < node.Starts.Length ? node.Starts[i + 1] - 1 : variables[variable].Maximum));
                }
            }
        }

        var joined = ImmutableArray.CreateBuilder<(long First, long Last)>();
        foreach ((long first, long last) in stretches.OrderBy(s => s.First))
        {
            if (joined.Count > 0 && first <= joined[joined.Count - 1].Last + 1)
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
        Region[] tests = [.. NodesOf(regions).Where(n => n.Variable == variable)];
        var classes = new Dictionary<string, ImmutableArray<long>.Builder>(StringComparer.Ordinal);
        var ordered = new List<ImmutableArray<long>.Builder>();
        for (long value = 0; value <= variables[variable].Maximum; value++)
        {
            string children = string.Join(",", tests.Select(t => t.Child(value).Id));
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
        [.. NodesOf([region]).Where(n => n.Variable == variable).SelectMany(n => n.Starts).Distinct().OrderBy(s => s)];

    /// <summary>Every node below some regions that is no terminal.</summary>
    public List<Region> NodesOf(IEnumerable<Region> regions)
    {
        // Regions may be made only now, before the walk.
        var pending = new Stack<Region>(regions);
        NodeWalk walk = nodes.BeginWalk();
        var found = new List<Region>();
        while (pending.Count > 0)
        {
            Region node = pending.Pop();
            if (node.IsTerminal || !walk.Visit(node))
            {
                continue;
            }

            found.Add(node);
            foreach (Region child in node.Children)
            {
                pending.Push(child);
            }
        }

        return found;
    }

    // As deep as there are variables.
    private static int FirstOf(Region node, int below, NodeWalk walk)
    {
        if (node.IsTerminal || !walk.Visit(node))
        {
            return int.MaxValue;
        }

        int first = node.Variable < below ? node.Variable : int.MaxValue;
        foreach (Region child in node.Children)
        {
            first = Math.Min(first, FirstOf(child, below, walk));
        }

        return first;
    }
}

namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    /// <summary>The variables on which membership in one of some regions depends.</summary>
    public ISet<int> Support(IEnumerable<Region> regions) => new HashSet<int>(NodesOf(regions).Select(n => n.Variable));

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
        for (long value = 0; value <= Variables[variable].Maximum; value++)
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
    internal int SizeOf(Region region) => NodesOf([region]).Count;

    // Every node below some regions that is no terminal.
    private List<Region> NodesOf(IEnumerable<Region> regions)
    {
        int walk = BeginWalk();
        var found = new List<Region>();
        var pending = new Stack<Region>(regions);
        while (pending.Count > 0)
        {
            Region node = pending.Pop();
            if (node.IsTerminal || node.Walk == walk)
            {
                continue;
            }

            node.Walk = walk;
            found.Add(node);
            foreach (Region child in node.Children)
            {
                pending.Push(child);
            }
        }

        return found;
    }
}

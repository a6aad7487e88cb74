namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    /// <summary>Takes a region apart by the first of its variables as they are declared, or by the first that it tests.</summary>
    /// <param name="region">A region that is no terminal.</param>
    /// <param name="below">Variables from this index on are taken in the order of diagrams, which costs less.</param>
    internal Split SplitFirst(Region region, int below = int.MaxValue)
    {
        int first = FirstDeclared(region, below);
        return first == int.MaxValue || first == region.Variable ? new Split(region) : SplitBy(region, first);
    }

    private int FirstDeclared(Region region, int below = int.MaxValue) =>
        _asDeclared ? region.Variable : NodesOf([region]).Min(n => n.Variable < below ? n.Variable : int.MaxValue);

    // Where the stretches of values begin that a region tells apart.
    private long[] StartsOf(Region region, int variable) =>
        [.. NodesOf([region]).Where(n => n.Variable == variable).SelectMany(n => n.Starts).Distinct().OrderBy(s => s)];

    private Split SplitBy(Region region, int variable)
    {
        var starts = new List<long>();
        var children = new List<Region>();
        foreach (long start in StartsOf(region, variable))
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

    // What is left of a region where variables have values: those for which there is one, down to the last level that has such a variable.
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
            Step();
            int top = _top;
            for (int i = 0; i < region.Starts.Length; i++)
            {
                Push(region.Starts[i], Cofactor(region.Children[i], last, valueOf, known), top);
            }

            rest = Make(region.Level, top);
            known.Add(region, rest);
        }

        return rest;
    }
}

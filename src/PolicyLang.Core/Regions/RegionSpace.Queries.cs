namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    /// <summary>Whether some case is in both regions; stops at the first one and builds nothing.</summary>
    public bool Overlaps(Region a, Region b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return false;
        }

        if (a.IsFull || b.IsFull || ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.Id > b.Id)
        {
            (a, b) = (b, a);
        }

        if (Lookup(Operation.Meets, a, b) is { } known)
        {
            return known.IsFull;
        }

        Step();
        bool meets = MeetsBelow(a, b);
        Store(Operation.Meets, a, b, meets ? Full : Empty);
        return meets;
    }

    private bool MeetsBelow(Region a, Region b)
    {
        if (a.Level != b.Level)
        {
            (Region upper, Region lower) = a.Level < b.Level ? (a, b) : (b, a);
            foreach (Region child in upper.Children)
            {
                if (Overlaps(child, lower))
                {
                    return true;
                }
            }

            return false;
        }

        int i = 0;
        int j = 0;
        while (true)
        {
            if (Overlaps(a.Children[i], b.Children[j]))
            {
                return true;
            }

            bool lastA = i + 1 == a.Starts.Length;
            bool lastB = j + 1 == b.Starts.Length;
            if (lastA && lastB)
            {
                return false;
            }

            long nextA = lastA ? long.MaxValue : a.Starts[i + 1];
            long nextB = lastB ? long.MaxValue : b.Starts[j + 1];
            // A stretch may begin at the largest number, too.
            bool stepA = !lastA && nextA <= nextB;
            j += !lastB && nextB <= nextA ? 1 : 0;
            i += stepA ? 1 : 0;
        }
    }

    /// <summary>Whether every case of one region is in another; stops at the first that is not and builds nothing.</summary>
    public bool IsSubsetOf(Region a, Region b)
    {
        if (a.IsEmpty || b.IsFull || ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.IsFull || b.IsEmpty)
        {
            return false;
        }

        if (Lookup(Operation.Within, a, b) is { } known)
        {
            return known.IsFull;
        }

        Step();
        bool within = IsWithinBelow(a, b);
        Store(Operation.Within, a, b, within ? Full : Empty);
        return within;
    }

    private bool IsWithinBelow(Region a, Region b)
    {
        if (a.Level != b.Level)
        {
            bool first = a.Level < b.Level;
            foreach (Region child in first ? a.Children : b.Children)
            {
                if (!(first ? IsSubsetOf(child, b) : IsSubsetOf(a, child)))
                {
                    return false;
                }
            }

            return true;
        }

        int i = 0;
        int j = 0;
        while (true)
        {
            if (!IsSubsetOf(a.Children[i], b.Children[j]))
            {
                return false;
            }

            bool lastA = i + 1 == a.Starts.Length;
            bool lastB = j + 1 == b.Starts.Length;
            if (lastA && lastB)
            {
                return true;
            }

            long nextA = lastA ? long.MaxValue : a.Starts[i + 1];
            long nextB = lastB ? long.MaxValue : b.Starts[j + 1];
            // A stretch may begin at the largest number, too.
            bool stepA = !lastA && nextA <= nextB;
            j += !lastB && nextB <= nextA ? 1 : 0;
            i += stepA ? 1 : 0;
        }
    }

    /// <summary>The given facts for which some choice is in the region.</summary>
    public Region ExistsChosen(Region region) => Fold(Operation.Exists, region);

    /// <summary>The given facts for which every choice is in the region.</summary>
    public Region ForAllChosen(Region region) => Fold(Operation.ForAll, region);

    private Region Fold(Operation operation, Region region)
    {
        if (region.IsTerminal)
        {
            return region;
        }

        if (region.Level >= FirstChosenVariable)
        {
            // Below the frontier a node that is no terminal holds some choices but not all of them.
            return operation == Operation.Exists ? Full : Empty;
        }

        if (Lookup(operation, region, region) is { } known)
        {
            return known;
        }

        Step();
        int top = _top;
        for (int i = 0; i < region.Starts.Length; i++)
        {
            Push(region.Starts[i], Fold(operation, region.Children[i]), top);
        }

        return Store(operation, region, region, Make(region.Level, top));
    }

    /// <summary>Whether a case is in the region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="values">A value for each variable.</param>
    public bool Holds(Region region, long[] values)
    {
        while (!region.IsTerminal)
        {
            region = region.Child(values[region.Variable]);
        }

        return region.IsFull;
    }

    /// <summary>What is left of a region when the given facts are those of a case: a region over the chosen variables alone.</summary>
    public Region CofactorOfGiven(Region region, long[] values)
    {
        while (region.Level < FirstChosenVariable)
        {
            region = region.Child(values[region.Variable]);
        }

        return region;
    }

    /// <summary>What a region says where a variable has a value: a region that does not depend on the variable.</summary>
    public Region Cofactor(Region region, int variable, long value) =>
        Cofactor(region, _levels[variable], v => v == variable ? value : null, []);

    /// <summary>What a region says where some variables have the values of a case.</summary>
    /// <param name="region">The region.</param>
    /// <param name="variables">Their indexes.</param>
    /// <param name="values">A value for each variable.</param>
    /// <param name="known">What is known of regions below, for the same variables and values.</param>
    internal Region Cofactor(Region region, ISet<int> variables, long[] values, Dictionary<Region, Region> known) =>
        variables.Count == 0
            ? region
            : Cofactor(region, variables.Max(v => _levels[v]), v => variables.Contains(v) ? values[v] : null, known);

    /// <summary>The case that mentions nothing.</summary>
    public long[] NeutralCase() => Variables.Select(v => v.Neutral).ToArray();
}

namespace PolicyLang.Regions;

/// <summary>A variable and its new value.</summary>
public readonly record struct Change(int Variable, long Value);

/// <summary>
/// Enumerates every minimal set of changes to some values of a case that leads into a region: no proper part of such a set
/// does. For numbers, the nearest value of each stretch that leads to the same place stands for the stretch.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="values">The case.</param>
/// <param name="changeable">Which variables may change; all others stay as they are.</param>
/// <param name="representatives">For a variable of few values, which of a stretch to list, knowing what other values lead to the same place; all of them unless given.</param>
public sealed class MinimalChanges(RegionSpace space, long[] values, Func<int, bool> changeable, Func<int, long, long, Func<long, bool>, IEnumerable<long>>? representatives = null)
{
    /// <summary>Sets beyond this number are not looked for.</summary>
    public const int MostSets = 5_000;

    private readonly Dictionary<Region, List<ImmutableArray<Change>>> _known = [];

    /// <summary>Whether every minimal set was found: there are not more than <see cref="MostSets"/> anywhere below.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The minimal sets: fewest changes first, then in the order of variables and values.</summary>
    public ImmutableArray<ImmutableArray<Change>> Find(Region goal) =>
        [.. From(goal).OrderBy(s => s.Length).ThenBy(s => s, Comparer<ImmutableArray<Change>>.Create(Compare))];

    private List<ImmutableArray<Change>> From(Region region)
    {
        if (region.IsTerminal)
        {
            return region.IsFull ? [[]] : [];
        }

        if (_known.TryGetValue(region, out List<ImmutableArray<Change>>? known))
        {
            return known;
        }

        long current = values[region.Variable];
        Region stay = region.Child(current);
        List<ImmutableArray<Change>> sets = [.. From(stay)];
        int unchanged = sets.Count;
        if (changeable(region.Variable))
        {
            for (int i = 0; i < region.Starts.Length; i++)
            {
                if (!ReferenceEquals(region.Children[i], stay))
                {
                    AddChanged(region, i, sets, unchanged);
                }
            }
        }

        _known.Add(region, sets);
        return sets;
    }

    private void AddChanged(Region region, int edge, List<ImmutableArray<Change>> sets, int unchanged)
    {
        List<ImmutableArray<Change>> rest = From(region.Children[edge]);
        foreach (long value in Values(region, edge))
        {
            space.ThrowIfCancelled();
            foreach (ImmutableArray<Change> set in rest)
            {
                if (sets.Count >= MostSets)
                {
                    IsComplete = false;
                    return;
                }

                // A set that works without this change, or with a nearer number, makes this one superfluous.
                if (!Covers(sets, unchanged, set) && !(IsNumber(region) && Nearer(region, edge).Any(child => Leads(child, set))))
                {
                    sets.Add(set.Insert(0, new Change(region.Variable, value)));
                }
            }
        }
    }

    private bool IsNumber(Region region) => space.Variables[region.Variable].Maximum > 1 << 12;

    // What the stretches between the current number and those of an edge lead to.
    private IEnumerable<Region> Nearer(Region region, int edge)
    {
        long current = values[region.Variable];
        for (int i = 0; i < region.Starts.Length; i++)
        {
            bool between = region.Starts[edge] > current ? i < edge && region.Starts[i] > current : i > edge && region.Starts[i] <= current;
            if (between)
            {
                yield return region.Children[i];
            }
        }
    }

    private bool Leads(Region region, ImmutableArray<Change> changes)
    {
        foreach (Change change in changes)
        {
            region = Walk(region, change.Variable);
            region = region.Variable == change.Variable ? region.Child(change.Value) : region;
        }

        return Walk(region, int.MaxValue).IsFull;
    }

    // The case itself, as far as the variable.
    private Region Walk(Region region, int variable)
    {
        while (!region.IsTerminal && region.Variable < variable)
        {
            region = region.Child(values[region.Variable]);
        }

        return region;
    }

    private static bool Covers(List<ImmutableArray<Change>> sets, int count, ImmutableArray<Change> set)
    {
        for (int i = 0; i < count; i++)
        {
            if (sets[i].All(c => set.Contains(c)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<long> Values(Region region, int edge)
    {
        Variable variable = space.Variables[region.Variable];
        long current = values[region.Variable];
        long start = region.Starts[edge];
        long end = edge + 1 < region.Starts.Length ? region.Starts[edge + 1] - 1 : variable.Maximum;
        if (IsNumber(region))
        {
            yield return current < start ? start : end;
            yield break;
        }

        foreach (long value in representatives?.Invoke(region.Variable, start, end, v => ReferenceEquals(region.Child(v), region.Children[edge])) ?? All(start, end))
        {
            yield return value;
        }
    }

    private static IEnumerable<long> All(long start, long end)
    {
        for (long value = start; value <= end; value++)
        {
            yield return value;
        }
    }

    private static int Compare(ImmutableArray<Change> a, ImmutableArray<Change> b)
    {
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            int order = a[i].Variable != b[i].Variable ? a[i].Variable.CompareTo(b[i].Variable) : a[i].Value.CompareTo(b[i].Value);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length - b.Length;
    }
}

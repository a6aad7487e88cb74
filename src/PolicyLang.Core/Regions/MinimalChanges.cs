namespace PolicyLang.Regions;

/// <summary>A variable and its new value.</summary>
internal readonly record struct Change(int Variable, long Value);

/// <summary>
/// Enumerates every minimal set of changes to some values of a case that leads into a region: no proper part of such a set
/// does. For numbers, the nearest value of each stretch that leads to the same place stands for the stretch.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="values">The case.</param>
/// <param name="changeable">Which variables may change; all others stay as they are.</param>
/// <param name="representatives">For a variable of few values, which of a stretch to list, knowing what other values lead to the same
/// place; all of them unless given.</param>
internal sealed class MinimalChanges(RegionSpace space, long[] values, Func<int, bool> changeable,
    Func<int, long, long, Func<long, bool>, IEnumerable<long>>? representatives = null)
{
    /// <summary>Sets beyond this number are not looked for.</summary>
    public const int MostSets = 5_000;

    // Of more changes not every part is looked at.
    private const int MostParts = 8;

    // A variable of more values is a number.
    private const long MostListed = 1 << 12;

    private readonly Dictionary<int, List<ImmutableArray<Change>>> _known = [];

    // In lists, earlier changes decide what stands for what, so keep declaration order.
    private readonly int _endOfLists = space.Variables.LastOrDefault(v => v.Chosen && v.Maximum is > 1 and <= MostListed) is { } list
        ? list.Index + 1
        : 0;

    /// <summary>Whether every minimal set was found: there are not more than <see cref="MostSets"/> anywhere below.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The minimal sets: fewest changes first, then in the order of variables and values.</summary>
    public ImmutableArray<ImmutableArray<Change>> Find(Region goal) =>
        [.. From((Enumerable.Range(0, space.FirstChosenVariable).Any(changeable) ? goal : space.CofactorOfGiven(goal, values)).Id)
            .Select(s => s.Sort((a, b) => a.Variable.CompareTo(b.Variable))).OrderBy(s => s.Length)
            .ThenBy(s => s, Comparer<ImmutableArray<Change>>.Create(Compare))];

    private List<ImmutableArray<Change>> From(int node)
    {
        if (node <= NodeTable.FullNode)
        {
            return node == NodeTable.FullNode ? [[]] : [];
        }

        if (_known.TryGetValue(node, out List<ImmutableArray<Change>>? known))
        {
            return known;
        }

        Split split = space.SplitFirst(node, _endOfLists);
        int stay = split.Child(values[split.Variable]);
        List<ImmutableArray<Change>> sets = [.. From(stay)];
        int unchanged = sets.Count;
        if (changeable(split.Variable))
        {
            for (int i = 0; i < split.Starts.Length; i++)
            {
                if (split.Children[i] != stay)
                {
                    AddChanged(split, i, sets, unchanged);
                }
            }
        }

        _known.Add(node, sets);
        return sets;
    }

    private void AddChanged(Split split, int edge, List<ImmutableArray<Change>> sets, int unchanged)
    {
        List<ImmutableArray<Change>> rest = From(split.Children[edge]);
        int stay = split.Child(values[split.Variable]);
        foreach (long value in Values(split, edge))
        {
            space.ThrowIfCancelled();
            foreach (ImmutableArray<Change> set in rest)
            {
                if (sets.Count >= MostSets)
                {
                    IsComplete = false;
                    return;
                }

                // A set that works without this change, or with a nearer number, supersedes it.
                if (!Covers(sets, unchanged, set) && !SomePartLeads(stay, set)
                    && !(IsNumber(split.Variable) && Nearer(split, edge).Any(child => Leads(child, set))))
                {
                    sets.Add(set.Insert(0, new Change(split.Variable, value)));
                }
            }
        }
    }

    private bool IsNumber(int variable) => space.Variables[variable].Maximum > MostListed;

    // What the stretches between the current number and those of an edge lead to.
    private IEnumerable<int> Nearer(Split split, int edge)
    {
        long current = values[split.Variable];
        for (int i = 0; i < split.Starts.Length; i++)
        {
            bool between = split.Starts[edge] > current ? i < edge && split.Starts[i] > current : i > edge && split.Starts[i] <= current;
            if (between)
            {
                yield return split.Children[i];
            }
        }
    }

    // Whether the same changes, or some of them, suffice without this one.
    private bool SomePartLeads(int stay, ImmutableArray<Change> set)
    {
        if (set.Length > MostParts)
        {
            return false;
        }

        for (int part = 1; part < 1 << set.Length; part++)
        {
            if (Leads(stay, set, part))
            {
                return true;
            }
        }

        return false;
    }

    // The part of the changes is a bit for each.
    private bool Leads(int node, ImmutableArray<Change> changes, int part = -1)
    {
        NodeTable nodes = space.Nodes;
        while (node > NodeTable.FullNode)
        {
            RegionNode top = nodes.At(node);
            node = top.Follow(ValueOf(nodes.VariableAt(top.Level), changes, part));
        }

        return node == NodeTable.FullNode;
    }

    private long ValueOf(int variable, ImmutableArray<Change> changes, int part)
    {
        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i].Variable == variable && (part >> i & 1) != 0)
            {
                return changes[i].Value;
            }
        }

        return values[variable];
    }

    private static bool Covers(List<ImmutableArray<Change>> sets, int count, ImmutableArray<Change> set)
    {
        for (int i = 0; i < count; i++)
        {
            if (IsPart(sets[i], set))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(ImmutableArray<Change> part, ImmutableArray<Change> set)
    {
        foreach (Change change in part)
        {
            if (!set.Contains(change))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<long> Values(Split split, int edge)
    {
        long current = values[split.Variable];
        long start = split.Starts[edge];
        long end = edge + 1 < split.Starts.Length ? split.Starts[edge + 1] - 1 : space.Variables[split.Variable].Maximum;
        if (IsNumber(split.Variable))
        {
            yield return current < start ? start : end;
            yield break;
        }

        foreach (long value in representatives?.Invoke(
            split.Variable, start, end, v => split.Child(v) == split.Children[edge]) ?? All(start, end))
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

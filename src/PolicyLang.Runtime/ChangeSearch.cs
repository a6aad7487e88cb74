namespace PolicyLang.Runtime;

/// <summary>A changed value: of a variable, or of one element of a set.</summary>
internal readonly record struct ValueChange(int Variable, int Element, long Value);

/// <summary>
/// Finds every minimal set of changes to the values of a case that leads to what a diagram wants: no proper part of such a set does.
/// For numbers, the nearest value of each stretch that leads to the same place stands for the stretch.
/// </summary>
internal sealed class ChangeSearch(PolicyModel model, long[] values)
{
    /// <summary>Sets beyond this number are not looked for.</summary>
    private const int MostSets = 20_000;

    // Of more changes not every part is looked at.
    private const int MostParts = 8;

    // A variable of more values is a number.
    private const long MostListed = 1 << 12;

    private readonly Dictionary<ChoiceNode, List<ValueChange[]>> _known = [];

    /// <summary>Whether there were not too many to find.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The minimal sets: fewest changes first, then in the order of variables and values.</summary>
    public IEnumerable<ValueChange[]> Find(ChoiceNode goal) =>
        From(goal).OrderBy(s => s.Length).ThenBy(s => s, Comparer<ValueChange[]>.Create(Compare));

    private List<ValueChange[]> From(ChoiceNode node)
    {
        if (node.IsTerminal)
        {
            return node.Id == 1 ? [[]] : [];
        }

        if (_known.TryGetValue(node, out List<ValueChange[]>? known))
        {
            return known;
        }

        long current = node.ValueIn(model, values);
        ChoiceNode stay = node.Child(current);
        var sets = new List<ValueChange[]>(From(stay));
        int unchanged = sets.Count;
        if (model.AttributeOf(node.Variable).Name != CaseModel.Action)
        {
            for (int i = 0; i < node.Starts.Length; i++)
            {
                if (!ReferenceEquals(node.Children[i], stay))
                {
                    AddChanged(node, i, current, sets, unchanged);
                }
            }
        }

        _known.Add(node, sets);
        return sets;
    }

    private void AddChanged(ChoiceNode node, int edge, long current, List<ValueChange[]> sets, int unchanged)
    {
        List<ValueChange[]> rest = From(node.Children[edge]);
        ChoiceNode stay = node.Child(current);
        foreach (long value in Candidates(node, edge, current))
        {
            foreach (ValueChange[] set in rest)
            {
                if (sets.Count >= MostSets)
                {
                    IsComplete = false;
                    return;
                }

                // A set that works without this change, or with a nearer number, supersedes it.
                if (!Covers(sets, unchanged, set) && !SomePartLeads(stay, set)
                    && !(IsNumber(node) && Nearer(node, edge, current).Any(child => Leads(child, set))))
                {
                    sets.Add([new ValueChange(node.Variable, node.Element, value), .. set]);
                }
            }
        }
    }

    private bool IsNumber(ChoiceNode node) => node.Element < 0 && PolicyModel.MaximumOf(model.AttributeOf(node.Variable)) > MostListed;

    // What the stretches between the current number and those of an edge lead to.
    private static IEnumerable<ChoiceNode> Nearer(ChoiceNode node, int edge, long current)
    {
        for (int i = 0; i < node.Starts.Length; i++)
        {
            if (node.Starts[edge] > current ? i < edge && node.Starts[i] > current : i > edge && node.Starts[i] <= current)
            {
                yield return node.Children[i];
            }
        }
    }

    // Whether the same changes, or some of them, suffice without this one.
    private bool SomePartLeads(ChoiceNode stay, ValueChange[] set) =>
        set.Length <= MostParts
        && Enumerable.Range(1, (1 << set.Length) - 1).Any(part => Leads(stay, [.. set.Where((_, i) => (part >> i & 1) != 0)]));

    private bool Leads(ChoiceNode node, ValueChange[] changes)
    {
        while (!node.IsTerminal)
        {
            int change = Array.FindIndex(changes, c => c.Variable == node.Variable && c.Element == node.Element);
            node = node.Child(change < 0 ? node.ValueIn(model, values) : changes[change].Value);
        }

        return node.Id == 1;
    }

    private static bool Covers(List<ValueChange[]> sets, int count, ValueChange[] set)
    {
        for (int i = 0; i < count; i++)
        {
            if (Array.TrueForAll(sets[i], c => Array.IndexOf(set, c) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<long> Candidates(ChoiceNode node, int edge, long current)
    {
        CaseAttribute attribute = model.AttributeOf(node.Variable);
        long start = node.Starts[edge];
        long end = edge + 1 < node.Starts.Length ? node.Starts[edge + 1] - 1 : PolicyModel.MaximumOf(attribute);
        if (IsNumber(node))
        {
            return [current < start ? start : end];
        }

        return attribute is { Kind: AttributeKind.Node, Taxonomy: { } taxonomy }
            ? Representatives(taxonomy, (int)start, (int)end, v => ReferenceEquals(node.Child(v), node.Children[edge]))
            : [start];
    }

    // A node stands for everything below it; no actor can choose "none of the named".
    private static IEnumerable<long> Representatives(TaxonomyModel taxonomy, int start, int end, Func<int, bool> leadsThere)
    {
        for (int value = start; value <= end && value < taxonomy.Names.Count; value++)
        {
            int[] parents = taxonomy.ParentsOf(value);
            if (parents.Length == 0 || !Array.Exists(parents, p => taxonomy.Below(p).All(leadsThere)))
            {
                yield return value;
            }
        }
    }

    private static int Compare(ValueChange[]? a, ValueChange[]? b)
    {
        for (int i = 0; a is not null && b is not null && i < Math.Min(a.Length, b.Length); i++)
        {
            int order = a[i].Variable != b[i].Variable ? a[i].Variable.CompareTo(b[i].Variable)
                : a[i].Element != b[i].Element ? a[i].Element.CompareTo(b[i].Element)
                : a[i].Value.CompareTo(b[i].Value);
            if (order != 0)
            {
                return order;
            }
        }

        return (a?.Length ?? 0) - (b?.Length ?? 0);
    }
}

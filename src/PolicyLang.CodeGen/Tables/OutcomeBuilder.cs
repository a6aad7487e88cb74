namespace PolicyLang.CodeGen.Tables;

/// <summary>
/// Makes the diagram of an outcome from those of the rules. It branches until few rules are left that may still speak; what remains becomes
/// one diagram if that is small, else a list of theirs, to be asked one by one.
/// </summary>
internal sealed class OutcomeBuilder(DiagramStore store, OutcomeLists lists, CancellationToken cancellation)
{
    private const int LeastItems = 6;
    private const int NodesForRest = 60;
    private const int LeastNodes = 3_000;
    private const int NodesPerItem = 40;

    private readonly Dictionary<NodeKey, DiagramNode> _known = [];
    private readonly Dictionary<NodeKey, DiagramNode> _whole = [];
    private int _mostItems;
    private int _limit;

    /// <summary>The diagram of the items' outcome.</summary>
    public DiagramNode Build(ImmutableArray<OutcomeItem> items)
    {
        int allowed = LeastNodes + (NodesPerItem * items.Length);
        for (_mostItems = LeastItems; ; _mostItems *= 2)
        {
            _known.Clear();
            _limit = store.Count + allowed;
            if (Branch(Normal(items)) is { } built)
            {
                return built;
            }
        }
    }

    private DiagramNode? Branch(OutcomeItem[] items)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Settled(items) is { } settled)
        {
            return settled;
        }

        NodeKey key = KeyOf(items);
        if (_known.TryGetValue(key, out DiagramNode? known))
        {
            return known;
        }

        if (items.Length <= _mostItems)
        {
            int limit = store.Count + NodesForRest;
            known = Whole(items, limit) ?? lists.Terminal(items);
        }
        else if (store.Count > _limit)
        {
            return null;
        }
        else
        {
            (int variable, long[] starts) = Next(items);
            var children = new DiagramNode[starts.Length];
            for (int i = 0; i < starts.Length; i++)
            {
                if (Branch(Along(items, variable, starts[i])) is not { } child)
                {
                    return null;
                }

                children[i] = child;
            }

            known = store.Make(variable, starts, children);
        }

        _known.Add(key, known);
        return known;
    }

    // One diagram for all that is left; null where it takes too many nodes.
    private DiagramNode? Whole(OutcomeItem[] items, int limit)
    {
        if (Settled(items) is { } settled)
        {
            return settled;
        }

        NodeKey key = KeyOf(items);
        if (_whole.TryGetValue(key, out DiagramNode? known))
        {
            return known;
        }

        (int variable, long[] starts) = Next(items);
        var children = new DiagramNode[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            if (store.Count > limit || Whole(Along(items, variable, starts[i]), limit) is not { } child)
            {
                return null;
            }

            children[i] = child;
        }

        known = store.Make(variable, starts, children);
        _whole.Add(key, known);
        return known;
    }

    private DiagramNode? Settled(OutcomeItem[] items)
    {
        int outcome = OutcomeOf(items);
        return outcome == Effects.Conflicts || Array.TrueForAll(items, i => i.Cases.IsTerminal) ? store.Terminal(outcome) : null;
    }

    /// <summary>What tells lists of items apart.</summary>
    public static NodeKey KeyOf(OutcomeItem[] items) =>
        new(0, [.. items.Select(i => (long)((i.Order * Effects.FirstList) + i.Effect))], [.. items.Select(i => i.Cases.Id)]);

    private static (int Variable, long[] Starts) Next(OutcomeItem[] items)
    {
        int variable = items.Min(i => i.Cases.Variable);
        return (variable, [.. items.Where(i => i.Cases.Variable == variable).SelectMany(i => i.Cases.Starts).Distinct().OrderBy(s => s)]);
    }

    private static OutcomeItem[] Along(OutcomeItem[] items, int variable, long value) =>
        Normal(items.Select(i => i.Cases.Variable == variable ? i with { Cases = i.Cases.Child(value) } : i));

    // Omit outcomes that say nothing or repeat what is settled.
    private static OutcomeItem[] Normal(IEnumerable<OutcomeItem> items)
    {
        var left = new List<OutcomeItem>();
        var settled = new HashSet<(int, int)>();
        foreach (OutcomeItem item in items)
        {
            if (item.Cases is not { IsTerminal: true, Terminal: 0 })
            {
                left.Add(item);
                if (item.Cases.IsTerminal)
                {
                    settled.Add((item.Order, item.Effect));
                }
            }
        }

        return
        [
            .. left.Where(i => i.Cases.IsTerminal
                    || !(settled.Contains((i.Order, i.Effect))
                        || (i.Effect == Effects.Permits && settled.Contains((i.Order, Effects.Obliges)))))
                .Distinct().OrderBy(i => i.Order).ThenBy(i => i.Effect).ThenBy(i => i.Cases.Id),
        ];
    }

    // The outcome of the items that surely speak.
    private static int OutcomeOf(OutcomeItem[] items)
    {
        int all = 0;
        int own = 0;
        for (int i = 0; i < items.Length; i++)
        {
            own = i > 0 && items[i].Order == items[i - 1].Order ? own : 0;
            own |= items[i].Cases.IsTerminal ? items[i].Effect : 0;
            all |= (own & Effects.Prohibits) != 0 && (own & (Effects.Permits | Effects.Obliges)) != 0 ? own | Effects.Conflicts : own;
        }

        return (all & Effects.Conflicts) != 0 || (all & (Effects.Prohibits | Effects.Obliges)) == (Effects.Prohibits | Effects.Obliges)
            ? Effects.Conflicts
            : (all & Effects.Prohibits) != 0 ? Effects.Prohibits
            : all != 0 ? Effects.Permits
            : 0;
    }
}

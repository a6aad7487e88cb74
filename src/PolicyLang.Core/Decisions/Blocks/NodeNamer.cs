using PolicyLang.Semantics;

namespace PolicyLang.Decisions.Blocks;

/// <summary>Names sets of nodes in as few names as are true on a day: by the node or bloc that holds exactly them, by all but some, or one
/// by one.</summary>
/// <param name="taxonomy">The taxonomy of the nodes.</param>
/// <param name="known">The names, those that hold most nodes first; of those that hold as many the one to prefer comes first.</param>
internal sealed class NodeNamer(TaxonomySymbol taxonomy, ImmutableArray<NamedLeaves> known)
{
    private const int MostTried = 6;
    private const int MostKept = 1024;

    // The blocks of a region name the same sets again and again.
    private readonly Dictionary<string, NodeList> _named = new(StringComparer.Ordinal);

    /// <summary>Names a set.</summary>
    /// <param name="leaves">For each number of the taxonomy whether it is meant; the last one stands for "none of it".</param>
    public NodeList Name(bool[] leaves)
    {
        string set = new(Array.ConvertAll(leaves, meant => meant ? '1' : '0'));
        if (!_named.TryGetValue(set, out NodeList? list))
        {
            if (_named.Count == MostKept)
            {
                _named.Clear();
            }

            _named.Add(set, list = Shortest(leaves));
        }

        return list;
    }

    private NodeList Shortest(bool[] leaves)
    {
        int none = taxonomy.NodeCount;
        bool[] others = [.. leaves.Select((meant, leaf) => leaf < none && !meant)];
        bool[] wanted = [.. leaves.Select((meant, leaf) => leaf < none && meant)];
        var best = new NodeList(Cover(wanted, int.MaxValue), false, [], leaves[none]);
        if (Cover(others, best.Weight) is { IsDefault: false } outer
            && new NodeList(outer, true, [], leaves[none]) is var outside && outside.Weight < best.Weight)
        {
            best = outside;
        }

        // "PersonalData except Health": what holds more than is meant, less the rest.
        foreach ((Symbol symbol, int[] own) in known.Where(k => HoldsHalf(k.Leaves, wanted)).Take(MostTried))
        {
            var inside = new bool[wanted.Length];
            foreach (int leaf in own)
            {
                inside[leaf] = true;
            }

            bool[] rest = [.. wanted.Select((meant, leaf) => meant && !inside[leaf])];
            bool[] except = [.. wanted.Select((meant, leaf) => !meant && inside[leaf])];
            if (Cover(rest, best.Weight) is { IsDefault: false } more && Cover(except, best.Weight) is { IsDefault: false } less
                && new NodeList([new NodeName(symbol, false), .. more], false, less, leaves[none]) is var list && list.Weight < best.Weight)
            {
                best = list;
            }
        }

        return best;
    }

    // Whether half of some nodes are wanted, or more, but not all.
    private static bool HoldsHalf(int[] leaves, bool[] wanted) =>
        leaves.Length > 1 && Count(leaves, wanted) is var own && own * 2 >= leaves.Length && own < leaves.Length;

    // A loop: it is asked of every name for every set.
    private static int Count(int[] leaves, bool[] among)
    {
        int count = 0;
        foreach (int leaf in leaves)
        {
            count += among[leaf] ? 1 : 0;
        }

        return count;
    }

    // Always the name that says most of what is left; default beyond the limit.
    private ImmutableArray<NodeName> Cover(bool[] wanted, int limit)
    {
        bool[] left = (bool[])wanted.Clone();
        int open = wanted.Count(w => w);
        int weight = 0;
        var names = new List<NodeName>();

        // What a name says of the rest only becomes less.
        var within = new List<(Symbol Symbol, int[] Leaves, int Most)>();
        foreach (NamedLeaves one in known)
        {
            if (one.Leaves.Length <= open && Count(one.Leaves, wanted) == one.Leaves.Length)
            {
                within.Add((one.Symbol, one.Leaves, one.Leaves.Length));
            }
        }

        while (open > 0)
        {
            int best = -1;
            int most = 0;
            for (int i = 0; i < within.Count; i++)
            {
                if (within[i].Most > most)
                {
                    int gain = Count(within[i].Leaves, left);
                    within[i] = within[i] with { Most = gain };
                    (most, best) = gain > most ? (gain, i) : (most, best);
                }
            }

            if (best < 0)
            {
                names.AddRange(Enumerable.Range(0, left.Length).Where(l => left[l]).Select(l => new NodeName(taxonomy.Nodes[l], true)));
                weight = names.Sum(name => name.Weight);
                open = 0;
            }
            else
            {
                names.Add(new NodeName(within[best].Symbol, false));
                weight += names[names.Count - 1].Weight;
                open -= most;
                foreach (int leaf in within[best].Leaves)
                {
                    left[leaf] = false;
                }

                within.RemoveAll(w => w.Most == 0);
            }

            if (weight >= limit)
            {
                return default;
            }
        }

        return [.. names.OrderBy(n => n.IsAlone).ThenBy(n => n.Symbol is NodeSymbol).ThenBy(n => n.Symbol.Name, StringComparer.Ordinal)];
    }
}

using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions.Blocks;

/// <summary>Names sets of nodes in as few names as are true on a day: by the node or bloc that holds exactly them, by all but some, or one
/// by one.</summary>
internal sealed class NodeNamer
{
    private const int MostTried = 6;
    private readonly ImmutableArray<(Symbol Symbol, int[] Leaves)> _known;
    private readonly TaxonomySymbol _taxonomy;

    /// <param name="model">The vocabulary.</param>
    /// <param name="taxonomy">The taxonomy of the nodes.</param>
    /// <param name="day">The day on which blocs are meant; null to name no bloc.</param>
    public NodeNamer(SemanticModel model, TaxonomySymbol taxonomy, CalendarDay? day)
    {
        _taxonomy = taxonomy;
        IEnumerable<BlocSymbol> blocs = day is null ? [] : model.Blocs.Where(b => (b.Taxonomy ?? model.Jurisdictions) == taxonomy);
        _known =
        [
            .. taxonomy.Nodes.Select(n => ((Symbol)n, Leaves(n).ToArray()))
                .Concat(blocs.Select(b => ((Symbol)b, Leaves(b, day.GetValueOrDefault()))).Where(b => b.Item2.Length > 1))
                .OrderByDescending(k => k.Item2.Length).ThenBy(k => k.Item1 is BlocSymbol).ThenBy(k => k.Item1.Name.Length)
                    .ThenBy(k => k.Item1.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Names a set.</summary>
    /// <param name="leaves">For each number of the taxonomy whether it is meant; the last one stands for "none of it".</param>
    public NodeList Name(bool[] leaves)
    {
        int none = _taxonomy.NodeCount;
        bool[] others = [.. leaves.Select((meant, leaf) => leaf < none && !meant)];
        bool[] wanted = [.. leaves.Select((meant, leaf) => leaf < none && meant)];
        var best = new NodeList(Cover(wanted), false, [], leaves[none]);
        var outside = new NodeList(Cover(others), true, [], leaves[none]);
        best = outside.Weight < best.Weight ? outside : best;

        // "PersonalData except Health": what holds more than is meant, less the rest.
        foreach ((Symbol symbol, int[] own) in _known.Where(k => HoldsHalf(k.Leaves, wanted)).Take(MostTried))
        {
            var inside = new bool[wanted.Length];
            foreach (int leaf in own)
            {
                inside[leaf] = true;
            }

            bool[] rest = [.. wanted.Select((meant, leaf) => meant && !inside[leaf])];
            bool[] except = [.. wanted.Select((meant, leaf) => !meant && inside[leaf])];
            var list = new NodeList([new NodeName(symbol, false), .. Cover(rest)], false, Cover(except), leaves[none]);
            best = list.Weight < best.Weight ? list : best;
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

    // Always the name that says most of what is left.
    private ImmutableArray<NodeName> Cover(bool[] wanted)
    {
        bool[] left = (bool[])wanted.Clone();
        int open = wanted.Count(w => w);
        var names = new List<NodeName>();
        var within = new List<(Symbol Symbol, int[] Leaves)>();
        foreach ((Symbol Symbol, int[] Leaves) known in _known)
        {
            if (known.Leaves.Length <= open && Count(known.Leaves, wanted) == known.Leaves.Length)
            {
                within.Add(known);
            }
        }

        while (open > 0)
        {
            (Symbol Symbol, int[] Leaves)? best = null;
            int most = 0;
            foreach ((Symbol Symbol, int[] Leaves) candidate in within)
            {
                if (candidate.Leaves.Length > most && Count(candidate.Leaves, left) is var gain && gain > most)
                {
                    (most, best) = (gain, candidate);
                }
            }

            if (best is not { } named)
            {
                names.AddRange(Enumerable.Range(0, left.Length).Where(l => left[l]).Select(l => new NodeName(_taxonomy.Nodes[l], true)));
                break;
            }

            names.Add(new NodeName(named.Symbol, false));
            open -= most;
            foreach (int leaf in named.Leaves)
            {
                left[leaf] = false;
            }
        }

        return [.. names.OrderBy(n => n.IsAlone).ThenBy(n => n.Symbol is NodeSymbol).ThenBy(n => n.Symbol.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<int> Leaves(NodeSymbol node) => node.Leaves.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1));

    // A bloc to which somebody belongs under a condition holds other places in other cases.
    private static int[] Leaves(BlocSymbol bloc, CalendarDay day)
    {
        ImmutableArray<MembershipPeriod> members = [.. BlocMembership.PeriodsOf(bloc).Where(p => p.Covers(day))];
        return members.Any(m => m.IsConditional) ? [] : [.. members.SelectMany(m => Leaves(m.Place)).Distinct()];
    }
}

using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>The orders that the variables of diagrams may have. No answer depends on the order; how large diagrams become does.</summary>
internal static class DiagramOrder
{
    // Diagrams stay small where few conditions cross the gap between two variables.
    private const int LeastCut = 8;
    private const int MostRounds = 60;
    private const int Patience = 8;

    /// <summary>As they are declared, backwards: given ones, then chosen ones. For tests: about as far from the declared order as can
    /// be.</summary>
    public static ImmutableArray<int> Reversed(ImmutableArray<Variable> variables) =>
        [.. variables.OrderBy(v => v.Chosen).ThenByDescending(v => v.Index).Select(v => v.Index)];

    /// <summary>The clustered order for a model where it is much better than the declared one; default where it is not.</summary>
    public static ImmutableArray<int> Clustered(SemanticModel model, CaseSpace space, ImmutableArray<Variable> variables) =>
        Clustered(variables, ConditionGraph.EdgesOf(model, space), out bool better) is var order && better ? order : default;

    /// <summary>
    /// An order in which variables that conditions tie stand close (FORCE: each variable moves to the middle of what it is tied to, over
    /// and over). Only flags, elements of sets and counts move, given ones and chosen ones each among themselves.
    /// </summary>
    /// <param name="variables">The variables as they are declared.</param>
    /// <param name="edges">The sets of tied variables.</param>
    /// <param name="better">Whether that is much better than the order in which they are declared, and this one blows up.</param>
    public static ImmutableArray<int> Clustered(
        ImmutableArray<Variable> variables, ImmutableArray<ImmutableArray<int>> edges, out bool better)
    {
        int[] order = [.. variables.Select(v => v.Index)];
        better = false;
        foreach (bool chosen in new[] { false, true })
        {
            ImmutableArray<ImmutableArray<int>> own =
                [.. edges.Select(e => e.Where(v => variables[v].Chosen == chosen && Moves(variables[v])).ToImmutableArray())
                .Where(e => e.Length > 1)];
            ImmutableArray<int> slots = [.. own.SelectMany(e => e).Distinct().OrderBy(v => v)];
            ImmutableArray<int> placed = Cluster(slots, own);
            int before = Cut(slots, own);
            better |= before >= LeastCut && Cut(placed, own) * 2 <= before;
            for (int i = 0; i < slots.Length; i++)
            {
                order[slots[i]] = placed[i];
            }
        }

        return [.. order];
    }

    // Dates and lists come first for good reasons: much depends on them.
    private static bool Moves(Variable variable) => variable.Preference == ValuePreference.Element
        || (variable.Preference == ValuePreference.Neutral && variable.Maximum is 1 or > 1 << 12);

    private static ImmutableArray<int> Cluster(ImmutableArray<int> declared, ImmutableArray<ImmutableArray<int>> edges)
    {
        ILookup<int, int> edgesOf = Enumerable.Range(0, edges.Length).SelectMany(e => edges[e].Select(v => (Variable: v, Edge: e)))
            .ToLookup(p => p.Variable, p => p.Edge);
        ImmutableArray<int> best = declared;
        ImmutableArray<int> order = declared;
        long least = Span(declared, edges);
        for (int round = 0, since = 0; round < MostRounds && since < Patience; round++, since++)
        {
            Dictionary<int, int> places = Places(order);
            double[] middles = [.. edges.Select(e => e.Average(v => places[v]))];
            order = [.. order.OrderBy(v => edgesOf[v].Average(e => middles[e])).ThenBy(v => edgesOf[v].Min())];
            long span = Span(order, edges);
            if (span < least)
            {
                (least, best, since) = (span, order, 0);
            }
        }

        return best;
    }

    private static Dictionary<int, int> Places(ImmutableArray<int> order) =>
        Enumerable.Range(0, order.Length).ToDictionary(place => order[place]);

    // How far apart tied variables stand, all together.
    private static long Span(ImmutableArray<int> order, ImmutableArray<ImmutableArray<int>> edges)
    {
        Dictionary<int, int> places = Places(order);
        return edges.Sum(e => (long)(e.Max(v => places[v]) - e.Min(v => places[v])));
    }

    // The most sets of tied variables that lie on both sides of one place.
    private static int Cut(ImmutableArray<int> order, ImmutableArray<ImmutableArray<int>> edges)
    {
        Dictionary<int, int> places = Places(order);
        int[] change = new int[order.Length + 1];
        foreach (ImmutableArray<int> edge in edges)
        {
            change[edge.Min(v => places[v])]++;
            change[edge.Max(v => places[v])]--;
        }

        int most = 0;
        int open = 0;
        foreach (int step in change)
        {
            open += step;
            most = Math.Max(most, open);
        }

        return most;
    }
}

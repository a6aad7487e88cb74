using System.Diagnostics;

namespace PolicyLang.Regions;

/// <summary>Finds the smallest case of a region.</summary>
/// <param name="nodes">The nodes of the space.</param>
/// <param name="walks">Visits to them.</param>
/// <param name="cofactors">What is left where variables have values.</param>
/// <param name="variables">The dimensions, as they are declared.</param>
/// <param name="levels">The level of each variable.</param>
internal sealed class WitnessFinder(
    NodeTable nodes, NodeWalks walks, Cofactors cofactors, ImmutableArray<Variable> variables, ImmutableArray<int> levels)
{
    private readonly long[] _neutral = [.. variables.Select(v => v.Neutral)];

    /// <summary>
    /// The smallest case of a region that is not empty: the fewest facts, and among those the first in the order of
    /// variables as they are declared, and of their values. The same region always gives the same case, in whichever order diagrams are.
    /// </summary>
    public long[] Witness(Region region)
    {
        if (region.IsEmpty)
        {
            throw new ArgumentException("The empty region has no witness.", nameof(region));
        }

        long[] values = (long[])_neutral.Clone();
        int node = region.Id;
        while (node != NodeTable.FullNode)
        {
            int first = cofactors.FirstDeclared(node);
            (values[first], node) = first == nodes.VariableAt(nodes.LevelOf(node)) ? Best(nodes.At(node)) : Best(node, first);
        }

        return values;
    }

    /// <summary>How many facts a case mentions: the smaller of two mentions fewer.</summary>
    public int CostOf(long[] values) => variables.Sum(v => CostOfValue(v, values[v.Index]));

    /// <summary>Compares two cases that mention as many facts: the smaller one comes first.</summary>
    public int Compare(long[] one, long[] other)
    {
        for (int v = 0; v < one.Length; v++)
        {
            if (one[v] != other[v])
            {
                return Rank(variables[v], one[v]).CompareTo(Rank(variables[v], other[v]));
            }
        }

        return 0;
    }

    // Where a value comes among those of its variable, in the order of candidates.
    private static long Rank(Variable variable, long value) => variable.Preference switch
    {
        ValuePreference.Element => -value,
        ValuePreference.Neutral => value == variable.Neutral ? -1 : value,
        ValuePreference.Smallest or ValuePreference.Named => value,
        _ => throw new UnreachableException(),
    };

    // The first of the candidates that cost least.
    private (long Value, int Child) Best(RegionNode node)
    {
        Variable variable = variables[nodes.VariableAt(node.Level)];
        int best = int.MaxValue;
        (long Value, int Child) found = default;
        for (int candidate = 0; candidate < CandidatesOf(variable, node.Starts); candidate++)
        {
            long value = Candidate(variable, node.Starts, candidate);
            int child = node.Follow(value);
            int cost = Sum(CostOf(child), CostOfValue(variable, value));
            if (cost < best)
            {
                (best, found) = (cost, (value, child));
            }
        }

        return found;
    }

    // With another variable order, compute the rest of the region only for the value taken.
    private (long Value, int Child) Best(int node, int first)
    {
        Variable variable = variables[first];
        int best = int.MaxValue;
        long bestValue = 0;
        long[] starts = walks.StartsOf(nodes.RegionOf(node), first);
        for (int candidate = 0; candidate < CandidatesOf(variable, starts); candidate++)
        {
            long value = Candidate(variable, starts, candidate);
            int cost = CostOf(node, variable, value, []);
            if (cost < best)
            {
                (best, bestValue) = (cost, value);
            }
        }

        return (bestValue, cofactors.Cofactor(node, first, bestValue));
    }

    // What a region costs where a variable has a value.
    private int CostOf(int number, Variable fixedVariable, long fixedValue, Dictionary<int, int> known)
    {
        int level = levels[fixedVariable.Index];
        RegionNode node = nodes.At(number);
        if (node.Level >= level)
        {
            return Sum(CostOf(node.Level == level ? node.Follow(fixedValue) : number), CostOfValue(fixedVariable, fixedValue));
        }

        if (!known.TryGetValue(number, out int best))
        {
            nodes.Meter.Step();
            Variable variable = variables[nodes.VariableAt(node.Level)];
            best = int.MaxValue;
            for (int candidate = 0; candidate < CandidatesOf(variable, node.Starts); candidate++)
            {
                long value = Candidate(variable, node.Starts, candidate);
                int cost = CostOf(node.Follow(value), fixedVariable, fixedValue, known);
                best = Math.Min(best, Sum(cost, CostOfValue(variable, value)));
            }

            known.Add(number, best);
        }

        return best;
    }

    private static int Sum(int cost, int more) => cost == int.MaxValue ? cost : cost + more;

    // Skipped variables cost nothing in any order: some value of each is neutral.
    private int CostOf(int number)
    {
        if (number <= NodeTable.FullNode)
        {
            return number == NodeTable.FullNode ? 0 : int.MaxValue;
        }

        int best = nodes.WitnessCostOf(number);
        if (best < 0)
        {
            RegionNode node = nodes.At(number);
            Variable variable = variables[nodes.VariableAt(node.Level)];
            best = int.MaxValue;
            for (int candidate = 0; candidate < CandidatesOf(variable, node.Starts); candidate++)
            {
                long value = Candidate(variable, node.Starts, candidate);
                best = Math.Min(best, Sum(CostOf(node.Follow(value)), CostOfValue(variable, value)));
            }

            nodes.KeepWitnessCost(number, best);
        }

        return best;
    }

    private static int CostOfValue(Variable variable, long value) => variable.Preference switch
    {
        ValuePreference.Smallest => 0,
        ValuePreference.Named => value == variable.Neutral ? 1 : 0,
        ValuePreference.Neutral or ValuePreference.Element => value == variable.Neutral ? 0 : 1,
        _ => throw new UnreachableException(),
    };

    private static int CandidatesOf(Variable variable, long[] starts) => variable.Preference switch
    {
        ValuePreference.Element => 2,
        ValuePreference.Neutral => starts.Length + 1,
        ValuePreference.Smallest or ValuePreference.Named => starts.Length,
        _ => throw new UnreachableException(),
    };

    // One value of each interval is enough: the preferred one, then the smallest.
    private static long Candidate(Variable variable, long[] starts, int number) => variable.Preference switch
    {
        ValuePreference.Element => 1 - number,
        ValuePreference.Neutral => number == 0 ? variable.Neutral : starts[number - 1],
        ValuePreference.Smallest or ValuePreference.Named => starts[number],
        _ => throw new UnreachableException(),
    };
}

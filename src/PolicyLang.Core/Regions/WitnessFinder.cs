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

        long[] values = [.. variables.Select(v => v.Neutral)];
        while (!region.IsTerminal)
        {
            int first = cofactors.FirstDeclared(region);
            (values[first], region) = first == region.Variable ? Best(new Split(region)) : Best(region, first);
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

    private (long Value, Region Child) Best(Split split)
    {
        Variable variable = variables[split.Variable];
        int best = int.MaxValue;
        long bestValue = 0;
        Region bestChild = nodes.Empty;
        foreach ((long value, Region child) in Candidates(split, variable))
        {
            int cost = Sum(CostOf(child), CostOfValue(variable, value));
            if (cost < best)
            {
                (best, bestValue, bestChild) = (cost, value, child);
            }
        }

        return (bestValue, bestChild);
    }

    // With another variable order, compute the rest of the region only for the value taken.
    private (long Value, Region Child) Best(Region region, int first)
    {
        Variable variable = variables[first];
        int best = int.MaxValue;
        long bestValue = 0;
        foreach (long value in Candidates(variable, walks.StartsOf(region, first)))
        {
            int cost = CostOf(region, variable, value, []);
            if (cost < best)
            {
                (best, bestValue) = (cost, value);
            }
        }

        return (bestValue, cofactors.Cofactor(region, first, bestValue));
    }

    // What a region costs where a variable has a value.
    private int CostOf(Region region, Variable fixedVariable, long fixedValue, Dictionary<Region, int> known)
    {
        int level = levels[fixedVariable.Index];
        if (region.Level >= level)
        {
            return Sum(CostOf(region.Level == level ? region.Child(fixedValue) : region), CostOfValue(fixedVariable, fixedValue));
        }

        if (!known.TryGetValue(region, out int best))
        {
            nodes.Meter.Step();
            Variable variable = variables[region.Variable];
            best = int.MaxValue;
            foreach ((long value, Region child) in Candidates(new Split(region), variable))
            {
                best = Math.Min(best, Sum(CostOf(child, fixedVariable, fixedValue, known), CostOfValue(variable, value)));
            }

            known.Add(region, best);
        }

        return best;
    }

    private static int Sum(int cost, int more) => cost == int.MaxValue ? cost : cost + more;

    // Skipped variables cost nothing in any order: some value of each is neutral.
    private int CostOf(Region region)
    {
        if (region.WitnessCost < 0)
        {
            Variable variable = variables[region.Variable];
            int best = int.MaxValue;
            foreach ((long value, Region child) in Candidates(new Split(region), variable))
            {
                best = Math.Min(best, Sum(CostOf(child), CostOfValue(variable, value)));
            }

            region.WitnessCost = best;
        }

        return region.WitnessCost;
    }

    private static int CostOfValue(Variable variable, long value) => variable.Preference switch
    {
        ValuePreference.Smallest => 0,
        ValuePreference.Named => value == variable.Neutral ? 1 : 0,
        ValuePreference.Neutral or ValuePreference.Element => value == variable.Neutral ? 0 : 1,
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<(long Value, Region Child)> Candidates(Split split, Variable variable) =>
        Candidates(variable, split.Starts).Select(value => (value, split.Child(value)));

    // One value of each interval is enough: the preferred one, then the smallest.
    private static IEnumerable<long> Candidates(Variable variable, long[] starts) => variable.Preference switch
    {
        ValuePreference.Element => [1, 0],
        ValuePreference.Neutral => starts.Prepend(variable.Neutral),
        ValuePreference.Smallest or ValuePreference.Named => starts,
        _ => throw new UnreachableException(),
    };
}

using System.Diagnostics;

namespace PolicyLang.Regions;

public sealed partial class RegionSpace
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

        long[] values = NeutralCase();
        while (!region.IsTerminal)
        {
            Split split = SplitFirst(region);
            (values[split.Variable], region) = Best(split);
        }

        return values;
    }

    private (long Value, Region Child) Best(Split split)
    {
        Variable variable = Variables[split.Variable];
        int best = int.MaxValue;
        long bestValue = 0;
        Region bestChild = Empty;
        foreach ((long value, Region child) in Candidates(split, variable))
        {
            int cost = CostOf(child);
            if (cost == int.MaxValue)
            {
                continue;
            }

            cost += CostOfValue(variable, value);
            if (cost < best)
            {
                (best, bestValue, bestChild) = (cost, value, child);
            }
        }

        return (bestValue, bestChild);
    }

    // What an edge passes over costs nothing, whatever the order of variables: some value of each costs nothing.
    private int CostOf(Region region)
    {
        if (region.WitnessCost < 0)
        {
            Variable variable = Variables[region.Variable];
            int best = int.MaxValue;
            foreach ((long value, Region child) in Candidates(new Split(region), variable))
            {
                int cost = CostOf(child);
                if (cost != int.MaxValue)
                {
                    best = Math.Min(best, cost + CostOfValue(variable, value));
                }
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

    // One value of each interval is enough: the preferred one, then the smallest.
    private static IEnumerable<(long Value, Region Child)> Candidates(Split split, Variable variable)
    {
        if (variable.Preference == ValuePreference.Element)
        {
            yield return (1, split.Children[1]);
            yield return (0, split.Children[0]);
            yield break;
        }

        if (variable.Preference == ValuePreference.Neutral)
        {
            yield return (variable.Neutral, split.Child(variable.Neutral));
        }

        for (int i = 0; i < split.Starts.Length; i++)
        {
            yield return (split.Starts[i], split.Children[i]);
        }
    }
}

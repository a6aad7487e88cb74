namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    /// <summary>
    /// The smallest case of a region that is not empty: the fewest facts, and among those the first in the order of
    /// variables and values. The same region always gives the same case.
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
            (long value, Region child) = Best(region);
            values[region.Variable] = value;
            region = child;
        }

        return values;
    }

    private (long Value, Region Child) Best(Region region)
    {
        Variable variable = Variables[region.Variable];
        int best = int.MaxValue;
        long bestValue = 0;
        Region bestChild = Empty;
        foreach ((long value, Region child) in Candidates(region, variable))
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

    private int CostOf(Region region)
    {
        if (region.WitnessCost < 0)
        {
            Variable variable = Variables[region.Variable];
            int best = int.MaxValue;
            foreach ((long value, Region child) in Candidates(region, variable))
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
        _ => value == variable.Neutral ? 0 : 1,
    };

    // One value of each interval is enough: the preferred one, then the smallest.
    private static IEnumerable<(long Value, Region Child)> Candidates(Region region, Variable variable)
    {
        if (variable.Preference == ValuePreference.Element)
        {
            yield return (1, region.Children[1]);
            yield return (0, region.Children[0]);
            yield break;
        }

        if (variable.Preference == ValuePreference.Neutral)
        {
            yield return (variable.Neutral, region.Child(variable.Neutral));
        }

        for (int i = 0; i < region.Starts.Length; i++)
        {
            yield return (region.Starts[i], region.Children[i]);
        }
    }
}

namespace PolicyLang.Regions;

/// <summary>The cases that agree with what is known of one.</summary>
internal static class CasePattern
{
    /// <summary>The cases with the given values of some variables.</summary>
    public static Region FromValues(RegionSpace regions, long[] values, IEnumerable<int> known) =>
        // The last variable first: each step then puts one node on top.
        known.Distinct().OrderByDescending(regions.LevelOf)
            .Aggregate(regions.Full, (all, v) => regions.And(regions.Between(v, values[v], values[v]), all));
}

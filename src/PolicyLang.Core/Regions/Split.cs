namespace PolicyLang.Regions;

/// <summary>A region taken apart by one variable, wherever that stands in the order of diagrams.</summary>
/// <param name="Variable">The index of the variable.</param>
/// <param name="Starts">Where the stretches of values begin that lead to different places, ascending; the first is 0.</param>
/// <param name="Children">What each stretch leads to; neighbours differ.</param>
internal readonly record struct Split(int Variable, long[] Starts, Region[] Children)
{
    /// <summary>The region by the variable that it tests first.</summary>
    public Split(Region region)
        : this(region.Variable, region.Starts, region.Children)
    {
    }

    /// <summary>What a value leads to.</summary>
    public Region Child(long value)
    {
        int place = Array.BinarySearch(Starts, value);
        return Children[place < 0 ? ~place - 1 : place];
    }
}

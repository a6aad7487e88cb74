namespace PolicyLang.Regions;

/// <summary>A node taken apart by one variable, wherever that stands in the order of diagrams.</summary>
/// <param name="Variable">The index of the variable.</param>
/// <param name="Starts">Where the stretches of values begin that lead to different places, ascending; the first is 0.</param>
/// <param name="Children">The node that each stretch leads to; neighbours differ.</param>
internal readonly record struct Split(int Variable, long[] Starts, int[] Children)
{
    /// <summary>What a value leads to.</summary>
    public int Child(long value)
    {
        int place = Array.BinarySearch(Starts, value);
        return Children[place < 0 ? ~place - 1 : place];
    }
}

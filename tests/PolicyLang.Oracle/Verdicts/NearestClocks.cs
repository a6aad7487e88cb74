using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>How clocks that have to agree move from the values that they have in a case.</summary>
/// <param name="world">The cases.</param>
/// <param name="from">The case.</param>
internal sealed class NearestClocks(World world, Case from)
{
    // Two days between which clocks agree are found within a little more than two months of where they can be at the earliest.
    private const int Searched = 70;

    public bool Has(int attribute) => world.Clocks.Any(k => k.Attributes.Contains(attribute));

    /// <summary>The values of a clock that agree with those of the others in a case; of another number, all.</summary>
    public (long First, long Last) Agreeing(int attribute, Case c) =>
        world.Clocks.FirstOrDefault(k => k.Attributes.Contains(attribute)) is { } clocks ? clocks.Agreeing(attribute, c.Number) : (0, long.MaxValue);

    /// <summary>The steps of all clocks to numbers that a case of the world stands for, so that each is the nearest that agrees with the others.</summary>
    public IEnumerable<ImmutableArray<Step>> Steps(Case after) =>
        world.Clocks.Aggregate((IEnumerable<ImmutableArray<Step>>)[[]], (all, clocks) => [.. all.SelectMany(steps => Steps(clocks, after).Select(more => steps.AddRange(more)))]);

    private IEnumerable<ImmutableArray<Step>> Steps(Clocks clocks, Case after)
    {
        (long least, long most) = clocks.Days(a => world.Stretch(a, after.Number(a)));
        long now = Math.Clamp(clocks.Days(a => (from.Number(a), from.Number(a))).Least, least, Math.Max(least, most));
        var told = new HashSet<string>();
        for (long days = Math.Max(least, now - Searched); days <= Math.Min(most, now + Searched); days++)
        {
            Dictionary<int, long> values = clocks.Attributes.ToDictionary(a => a, a => Nearest(clocks, a, days, after));
            if (clocks.Attributes.All(a => IsNearest(clocks, a, values, after)) && told.Add(string.Join(" ", values.Values)))
            {
                yield return [.. values.Where(v => v.Value != from.Number(v.Key)).Select(v => new Step(v.Key, v.Value))];
            }
        }
    }

    private long Nearest(Clocks clocks, int attribute, long days, Case after)
    {
        (long first, long last) = world.Stretch(attribute, after.Number(attribute));
        (long least, long most) = attribute == clocks.Hours ? (24 * days, (24 * days) + 23) : attribute == clocks.Months ? Calendar.MonthsWithin(days, days) : (0, 2 * days);
        return Math.Clamp(from.Number(attribute), Math.Max(first, least), Math.Max(Math.Max(first, least), Math.Min(last, most)));
    }

    private bool IsNearest(Clocks clocks, int attribute, Dictionary<int, long> values, Case after)
    {
        (long first, long last) = world.Stretch(attribute, after.Number(attribute));
        (long least, long most) = clocks.Agreeing(attribute, a => values[a]);
        (least, most) = (Math.Max(first, least), Math.Min(last, most));
        return least <= most && values[attribute] == Math.Clamp(from.Number(attribute), least, most);
    }
}

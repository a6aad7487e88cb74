namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Short ways to choose at random.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    /// <summary>True with a chance of so many percent.</summary>
    public bool Percent(int chance) => _random.Next(100) < chance;

    public T One<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>From one to so many of the items, in their order.</summary>
    public ImmutableArray<T> Some<T>(IReadOnlyList<T> items, int most)
    {
        int wanted = 1 + _random.Next(Math.Min(most, items.Count));
        HashSet<int> chosen = [.. Enumerable.Range(0, items.Count).OrderBy(_ => _random.Next()).Take(wanted)];
        return [.. items.Where((_, i) => chosen.Contains(i))];
    }
}

namespace PolicyLang.Text;

/// <summary>Work on many things that do not depend on each other, by as many workers as the host allows; results are in order.</summary>
internal static class InOrder
{
    /// <summary>What a function makes of each thing.</summary>
    /// <param name="things">The things.</param>
    /// <param name="workers">How many may be worked on at a time; 1 starts no thread.</param>
    /// <param name="work">Depends on nothing that it changes.</param>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> things, int workers, Func<T, TResult> work)
    {
        var results = new TResult[things.Count];
        SideBySide.Each(workers, results.Length, () => i => results[i] = work(things[i]));
        return results;
    }
}

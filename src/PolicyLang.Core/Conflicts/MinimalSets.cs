namespace PolicyLang.Conflicts;

/// <summary>Enumerates every minimal set of items that has a property which larger sets keep.</summary>
internal static class MinimalSets
{
    /// <param name="items">The items.</param>
    /// <param name="holds">The property; true for a set implies true for every larger one.</param>
    /// <param name="most">The most sets to find.</param>
    public static List<List<T>> Find<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, bool> holds, int most = 1_000)
    {
        var found = new List<List<T>>();
        var rest = new List<T>();
        foreach (T item in items)
        {
            // Single items are by far the most common case; no larger minimal set contains one of them.
            if (holds([item]))
            {
                found.Add([item]);
            }
            else
            {
                rest.Add(item);
            }
        }

        if (rest.Count > 1 && holds(rest))
        {
            Larger(rest, holds, most, found);
        }

        return found;
    }

    // Every set not yet explained leaves out an item of each found set: block each found one in all ways and ask again.
    private static void Larger<T>(List<T> items, Func<IReadOnlyList<T>, bool> holds, int most, List<List<T>> found)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<List<T>>();
        pending.Push(items);
        var own = new List<List<T>>();
        while (pending.Count > 0 && found.Count < most)
        {
            List<T> candidates = pending.Pop();
            if (!asked.Add(string.Join(",", candidates.Select(c => items.IndexOf(c)))))
            {
                continue;
            }

            List<T>? minimal = own.FirstOrDefault(s => s.All(candidates.Contains));
            if (minimal is null)
            {
                if (!holds(candidates))
                {
                    continue;
                }

                minimal = Shrink(candidates, holds);
                own.Add(minimal);
                found.Add(minimal);
            }

            foreach (T item in minimal)
            {
                pending.Push(candidates.Where(c => !EqualityComparer<T>.Default.Equals(c, item)).ToList());
            }
        }
    }

    private static List<T> Shrink<T>(List<T> set, Func<IReadOnlyList<T>, bool> holds)
    {
        var minimal = new List<T>(set);
        foreach (T item in set)
        {
            List<T> without = minimal.Where(c => !EqualityComparer<T>.Default.Equals(c, item)).ToList();
            if (holds(without))
            {
                minimal = without;
            }
        }

        return minimal;
    }
}

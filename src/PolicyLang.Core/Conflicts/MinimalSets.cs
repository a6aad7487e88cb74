namespace PolicyLang.Conflicts;

/// <summary>Enumerates every minimal set of items that has a property which larger sets keep.</summary>
internal static class MinimalSets
{
    private const int MostQuestions = 10_000;

    /// <param name="items">The items.</param>
    /// <param name="holds">The property; true for a set implies true for every larger one.</param>
    /// <param name="complete">Whether these are all: beyond some thousands of questions no more are looked for.</param>
    /// <param name="most">The most sets of several items to find.</param>
    public static List<List<T>> Find<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, bool> holds, out bool complete, int most = 1_000)
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

        complete = rest.Count < 2 || !holds(rest) || Larger(rest, holds, most, found);

        return found;
    }

    // Every set not yet explained leaves out an item of each found set: block each found one in all ways and ask again.
    private static bool Larger<T>(List<T> items, Func<IReadOnlyList<T>, bool> holds, int most, List<List<T>> found)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<List<T>>();
        pending.Push(items);
        var own = new List<List<T>>();
        int questions = 0;
        while (pending.Count > 0 && own.Count < most && questions < MostQuestions)
        {
            List<T> candidates = pending.Pop();
            if (!asked.Add(string.Join(",", candidates.Select(c => items.IndexOf(c)))))
            {
                continue;
            }

            List<T>? minimal = own.FirstOrDefault(s => s.All(candidates.Contains));
            if (minimal is null)
            {
                questions++;
                if (!holds(candidates))
                {
                    continue;
                }

                minimal = Shrink(candidates, holds);
                questions += candidates.Count;
                own.Add(minimal);
                found.Add(minimal);
            }

            foreach (T item in minimal)
            {
                pending.Push(candidates.Where(c => !EqualityComparer<T>.Default.Equals(c, item)).ToList());
            }
        }

        return pending.Count == 0;
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

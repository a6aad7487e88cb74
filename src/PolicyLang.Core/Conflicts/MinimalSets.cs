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
            // Single items are the most common case, and no larger minimal set contains one.
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

    // Every new set omits an item of each found set: block those and ask again.
    private static bool Larger<T>(List<T> items, Func<IReadOnlyList<T>, bool> holds, int most, List<List<T>> found)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<int[]>();
        pending.Push([.. Enumerable.Range(0, items.Count)]);
        var own = new List<int[]>();
        int questions = 0;
        bool Holds(IReadOnlyList<int> set)
        {
            questions++;
            return holds([.. set.Select(i => items[i])]);
        }

        while (pending.Count > 0 && own.Count < most && questions < MostQuestions)
        {
            int[] candidates = pending.Pop();
            if (!asked.Add(new string([.. candidates.Select(i => (char)i)])))
            {
                continue;
            }

            var present = new HashSet<int>(candidates);
            int[]? minimal = own.Find(s => s.All(present.Contains));
            if (minimal is null)
            {
                if (!Holds(candidates))
                {
                    continue;
                }

                minimal = [.. Shrink([], false, candidates, Holds)];
                own.Add(minimal);
                found.Add([.. minimal.OrderBy(i => i).Select(i => items[i])]);
            }

            foreach (int item in minimal)
            {
                pending.Push([.. candidates.Where(c => c != item)]);
            }
        }

        return pending.Count == 0;
    }

    // Halves the candidates rather than leaving out one after the other: few of many matter.
    private static List<int> Shrink(List<int> needed, bool grew, IReadOnlyList<int> candidates, Func<IReadOnlyList<int>, bool> holds)
    {
        if (grew && holds(needed))
        {
            return [];
        }

        if (candidates.Count == 1)
        {
            return [candidates[0]];
        }

        List<int> first = [.. candidates.Take(candidates.Count / 2)];
        List<int> second = [.. candidates.Skip(candidates.Count / 2)];
        List<int> ofSecond = Shrink([.. needed, .. first], true, second, holds);
        List<int> ofFirst = Shrink([.. needed, .. ofSecond], ofSecond.Count > 0, first, holds);
        return [.. ofFirst, .. ofSecond];
    }
}

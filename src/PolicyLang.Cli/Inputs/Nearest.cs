namespace PolicyLang.Cli.Inputs;

/// <summary>Finds the names that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>The closest candidates, best first, at most <paramref name="count"/>; none that differs by more than a third.</summary>
    public static IEnumerable<string> To(string name, IEnumerable<string> candidates, int count = 1) =>
        candidates
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(name.Length, pair.Name.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.Name);

    /// <summary>Insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        int replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}

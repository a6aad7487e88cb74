namespace PolicyLang.Text;

/// <summary>Finds the known name that a misspelled one most likely means.</summary>
static partial class NearestName
{
    /// <summary>The known name with the fewest edits (insertion, deletion, substitution, transposition; case counts half), or null where
    /// none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string? best = known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
        if (best is not null)
        {
            return best;
        }

        int bestDistance = int.MaxValue;
        int limit = 2 * Math.Max(1, Math.Min(3, name.Length / 3));
        foreach (string candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) * 2 > limit)
            {
                continue;
            }

            int distance = Distance(name, candidate, Math.Min(limit, bestDistance));
            if (distance <= limit
                && (distance < bestDistance || (distance == bestDistance && IsBetter(candidate, best ?? candidate, name.Length))))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    // Of names equally near, one of the same length: "form" is "from" rather than "for".
    private static bool IsBetter(string candidate, string best, int length) =>
        (candidate.Length == length) == (best.Length == length) ? string.CompareOrdinal(candidate, best) < 0 : candidate.Length == length;

    // Beyond a limit it is enough to know that it is beyond.
    private static int Distance(string a, string b, int limit)
    {
        var rows = new int[3][];
        for (int r = 0; r < 3; r++)
        {
            rows[r] = new int[b.Length + 1];
        }

        for (int j = 0; j <= b.Length; j++)
        {
            rows[0][j] = 2 * j;
        }

        int leastAbove = 0;
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = rows[i % 3];
            int[] above = rows[(i + 2) % 3];
            row[0] = 2 * i;
            int least = row[0];
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = a[i - 1] == b[j - 1] ? 0 : char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 1 : 2;
                int distance = Math.Min(Math.Min(above[j], row[j - 1]) + 2, above[j - 1] + substitution);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, rows[(i + 1) % 3][j - 2] + 2);
                }

                row[j] = distance;
                least = Math.Min(least, distance);
            }

            // Two letters that changed places reach over one row.
            if (least > limit && leastAbove > limit)
            {
                return int.MaxValue;
            }

            leastAbove = least;
        }

        return rows[a.Length % 3][b.Length];
    }
}

namespace PolicyLang.Parsing;

/// <summary>Finds the documentation comment of a declaration.</summary>
internal static class Documentation
{
    /// <summary>The <c>///</c> lines before an offset, joined with LF; null where there are none.</summary>
    public static string? PrecedingComment(string text, int offset)
    {
        if (text.IndexOf("///", 0, offset, StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var lines = new List<string>();
        foreach (string line in text.Substring(0, offset).Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal))
            {
                lines.Add(trimmed.Substring(3).Trim());
            }
        }

        return lines.Count == 0 ? null : string.Join("\n", lines);
    }
}

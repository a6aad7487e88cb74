using PolicyLang.Testing;

namespace PolicyLang.Tests.Mistakes;

/// <summary>One mistake of a drafter: a text in which the finding is marked.</summary>
/// <param name="File">The file of cases.</param>
/// <param name="Name">The case's name, unique in its file.</param>
/// <param name="Marked">The text with the expected finding marked.</param>
internal sealed record MistakeCase(string File, string Name, string Marked)
{
    private const string Separator = "=== ";

    /// <summary>
    /// The cases of a file: a template with the line <c>CASE</c>, then for each case a line <c>=== name</c> and the text that takes
    /// the place of that line. <c>\u{…}</c> stands for a character that an editor would hide.
    /// </summary>
    public static IEnumerable<MistakeCase> Read(string file)
    {
        string[] parts = ("\n" + Repository.Read(file).ReplaceLineEndings("\n")).Split("\n" + Separator);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf('\n');
            string text = parts[0].TrimStart('\n') + "\n";
            yield return new MistakeCase(file, part[..end], Unhide(text.Replace("CASE\n", part[(end + 1)..].TrimEnd('\n') + "\n", StringComparison.Ordinal)));
        }
    }

    private static string Unhide(string text) => text
        .Replace("\\u{A0}", "\u00A0", StringComparison.Ordinal)
        .Replace("\\u{AD}", "\u00AD", StringComparison.Ordinal)
        .Replace("\\u{200B}", "\u200B", StringComparison.Ordinal)
        .Replace("\\u{200D}", "\u200D", StringComparison.Ordinal)
        .Replace("\\u{202E}", "\u202E", StringComparison.Ordinal)
        .Replace("\\u{FEFF}", "\uFEFF", StringComparison.Ordinal);

    public override string ToString() => $"{Path.GetFileNameWithoutExtension(File)}: {Name}";
}

using System.Text;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Library;

/// <summary>The index of a law library: which file declares which framework, and which other files its text needs.</summary>
internal static class LawIndex
{
    private const string ReadLine = "  read ";
    private const string FrameworkLine = "  framework ";
    private const string NeedsLine = "  needs ";
    private const string HeaderOfRead = "// Read as of ";

    // "months_since_notified" speaks of the event "notified".
    private const string Since = "_since_";

    /// <summary>The index of some files.</summary>
    /// <param name="files">Path and text of each file that holds law, or what several instruments share.</param>
    public static string Make(IEnumerable<KeyValuePair<string, string>> files)
    {
        SyntaxTree[] trees = [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => PolicyParser.Parse(f.Key, f.Value))];

        // Whoever uses an extended node of the vocabulary does not need the extending file.
        var vocabulary = new HashSet<string>(
            PreludeFiles.All.SelectMany(f => DeclaredNames.In(PolicyParser.Parse(f.Key, f.Value))), StringComparer.Ordinal);
        ILookup<string, string> declaring = trees.SelectMany(t => DeclaredNames.In(t).Distinct(), (t, name) => (name, t.File))
            .Where(d => !vocabulary.Contains(d.name))
            .ToLookup(d => d.name, d => d.File, StringComparer.Ordinal);
        var index = new StringBuilder();
        foreach (SyntaxTree tree in trees)
        {
            index.Append(tree.File).Append('\n');
            if (ReadAsOf(tree.Text.Content) is { } day)
            {
                index.Append(ReadLine).Append(day).Append('\n');
            }

            foreach (FrameworkHeadSyntax head in tree.Frameworks.Select(f => f.Head.Node).Where(h => !h.Name.IsMissing))
            {
                index.Append(FrameworkLine).Append(head.Name.Text).Append(' ').Append(head.Title?.Value).Append('\n');
            }

            IEnumerable<string> others =
                UsedNames(tree).Distinct().Select(name => declaring[name]).Where(by => !by.Contains(tree.File)).SelectMany(by => by);
            foreach (string other in others.Distinct().OrderBy(o => o, StringComparer.Ordinal))
            {
                index.Append(NeedsLine).Append(other).Append('\n');
            }
        }

        return index.ToString();
    }

    /// <summary>The files of an index.</summary>
    internal static IEnumerable<CatalogedFile> Read(string index)
    {
        CatalogedFile? file = null;
        foreach (string line in index.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            if (line[0] != ' ')
            {
                if (file is not null)
                {
                    yield return file;
                }

                file = new CatalogedFile(line, null, [], []);
            }
            else if (file is not null)
            {
                file = WithLine(file, line);
            }
        }

        if (file is not null)
        {
            yield return file;
        }
    }

    private static CatalogedFile WithLine(CatalogedFile file, string line)
    {
        if (line.StartsWith(NeedsLine, StringComparison.Ordinal))
        {
            return file with { Needs = file.Needs.Add(line.Substring(NeedsLine.Length)) };
        }

        if (line.StartsWith(FrameworkLine, StringComparison.Ordinal))
        {
            string[] parts = line.Substring(FrameworkLine.Length).Split([' '], 2);
            return file with { Frameworks = file.Frameworks.Add(new(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null)) };
        }

        return CalendarDay.TryParse(line.Substring(ReadLine.Length), out CalendarDay day) ? file with { ReadAsOf = day } : file;
    }

    private static CalendarDay? ReadAsOf(string text)
    {
        int at = text.IndexOf(HeaderOfRead, StringComparison.Ordinal);
        const int length = 10;
        return at >= 0 && at + HeaderOfRead.Length + length <= text.Length
            && CalendarDay.TryParse(text.Substring(at + HeaderOfRead.Length, length), out CalendarDay day) ? day : null;
    }

    // What is said of conflicts with other law does not bring that law.
    private static IEnumerable<string> UsedNames(SyntaxTree tree)
    {
        foreach (SyntaxBlock island in tree.Islands.Where(i => i.Node is not (AcknowledgeSyntax or ScenarioSyntax or CheckSyntax)))
        {
            for (int i = 0; i < island.Tokens.Length; i++)
            {
                if (Keywords.IsWord(island.Tokens[i].Kind) && !(i > 0 && island.Tokens[i - 1].Kind == TokenKind.Dot))
                {
                    string name = island.Text.Substring(island.Tokens[i].Start, island.Tokens[i].Length);
                    yield return name;
                    if (name.IndexOf(Since, StringComparison.Ordinal) is >= 0 and int since)
                    {
                        yield return name.Substring(since + Since.Length);
                    }
                }
            }
        }
    }
}

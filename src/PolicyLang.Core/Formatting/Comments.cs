using PolicyLang.Syntax;

namespace PolicyLang.Formatting;

/// <summary>A comment, and how it stood in the source.</summary>
/// <param name="Text">The comment without the blanks around it.</param>
/// <param name="BlankBefore">Whether a blank line stood before it.</param>
internal readonly record struct Comment(string Text, bool BlankBefore);

/// <summary>The comments of an island: those that follow a token on its line, and those on lines of their own before a token.</summary>
internal sealed class Comments
{
    private readonly Dictionary<int, List<Comment>> _before = [];
    private readonly Dictionary<int, List<string>> _after = [];
    private readonly HashSet<int> _blankBefore = [];

    public Comments(SyntaxBlock island)
    {
        int end = 0;
        for (int i = 0; i <= island.Tokens.Length; i++)
        {
            int start = i < island.Tokens.Length ? island.Tokens[i].Start : island.Text.Length;
            Read(island.Text, end, start, i);
            end = i < island.Tokens.Length ? island.Tokens[i].End : end;
        }
    }

    /// <summary>The comments on lines of their own before a token; the number of tokens stands for the end.</summary>
    public IReadOnlyList<Comment> LeadingOf(int token) => _before.TryGetValue(token, out List<Comment>? found) ? found : [];

    /// <summary>The comments that follow a token on its line.</summary>
    public IReadOnlyList<string> TrailingOf(int token) => _after.TryGetValue(token, out List<string>? found) ? found : [];

    /// <summary>Whether a blank line stood directly before a token.</summary>
    public bool BlankBefore(int token) => _blankBefore.Contains(token);

    private void Read(string text, int from, int to, int token)
    {
        int newlines = token == 0 ? 1 : 0;
        int i = from;
        while (i < to)
        {
            if (text[i] == '/' && i + 1 < to && text[i + 1] is '/' or '*')
            {
                int length = LengthOf(text, i, to);
                string comment = text.Substring(i, length).TrimEnd();
                if (newlines == 0)
                {
                    Add(_after, token - 1, comment);
                }
                else
                {
                    Add(_before, token, new Comment(comment, newlines > 1));
                }

                i += length;
                newlines = 0;
                continue;
            }

            newlines += text[i] == '\n' ? 1 : 0;
            i++;
        }

        if (newlines > 1)
        {
            _blankBefore.Add(token);
        }
    }

    private static int LengthOf(string text, int start, int to)
    {
        if (text[start + 1] == '/')
        {
            int line = text.IndexOf('\n', start, to - start);
            return (line < 0 ? to : line) - start;
        }

        int close = text.IndexOf("*/", start + 2, to - start - 2, StringComparison.Ordinal);
        return (close < 0 ? to : close + 2) - start;
    }

    private static void Add<T>(Dictionary<int, List<T>> table, int token, T comment)
    {
        if (!table.TryGetValue(token, out List<T>? list))
        {
            table.Add(token, list = []);
        }

        list.Add(comment);
    }
}

using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>Tells comments from the other text between tokens.</summary>
internal static class CommentPlaces
{
    /// <summary>Whether a place is in a comment, of whatever kind.</summary>
    public static bool Has(SyntaxTree tree, int offset)
    {
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            if (offset <= start + island.Text.Length)
            {
                return island.Kind != SyntaxBlockKind.Markdown && Has(island, offset - start);
            }

            start += island.Text.Length;
        }

        return false;
    }

    private static bool Has(SyntaxBlock island, int offset)
    {
        int from = 0;
        foreach (Token token in island.Tokens)
        {
            if (offset <= token.Start)
            {
                break;
            }

            from = token.End;
        }

        while (from < offset)
        {
            int length = LengthAt(island.Text, from);
            if (length > 0 && offset < from + length + (EndsOpen(island.Text, from, length) ? 1 : 0))
            {
                return true;
            }

            from += Math.Max(1, length);
        }

        return false;
    }

    // How long the comment is that begins here; 0 where none does.
    private static int LengthAt(string text, int start)
    {
        if (start + 1 >= text.Length || text[start] != '/' || text[start + 1] is not ('/' or '*'))
        {
            return 0;
        }

        bool block = text[start + 1] == '*';
        int end = block ? text.IndexOf("*/", start + 2, StringComparison.Ordinal) : text.IndexOf('\n', start);
        return (end < 0 ? text.Length : block ? end + 2 : end) - start;
    }

    // From a comment's last letter to the line end one is still inside it.
    private static bool EndsOpen(string text, int start, int length) =>
        text[start + 1] == '/' || length < 4 || text[start + length - 1] != '/' || text[start + length - 2] != '*';
}

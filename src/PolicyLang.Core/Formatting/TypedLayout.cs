using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Formatting;

/// <summary>What changes in the layout when a character is typed.</summary>
internal static class TypedLayout
{
    private const int Step = 2;

    /// <summary>The edits after a character was typed just before an offset: a brace closes what is laid out, a new line gets its
    /// indentation.</summary>
    public static ImmutableArray<TextEdit> EditsAfterTyping(SyntaxTree tree, int offset, char typed) => typed switch
    {
        '}' => [.. Formatter.FormatRange(tree, TextSpan.FromBounds(Math.Max(0, offset - 1), offset))
            .Where(e => e.Span.End <= offset || !string.IsNullOrWhiteSpace(tree.Text.Slice(e.Span)))],
        '\n' => Indent(tree, offset),
        _ => [],
    };

    private static ImmutableArray<TextEdit> Indent(SyntaxTree tree, int offset)
    {
        string text = tree.Text.Content;
        int start = tree.Text.LineStart(tree.Text.PositionOf(offset).Line);
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        if (Depth(tree, start) is not { } depth)
        {
            return [];
        }

        int closing = end < text.Length && text[end] == '}' ? 1 : 0;
        string indent = new(' ', Step * Math.Max(0, depth - closing));
        return text.Substring(start, end - start) == indent ? [] : [new TextEdit(TextSpan.FromBounds(start, end), indent)];
    }

    // The open braces at an offset; null in Markdown and inside multi-line text or comments.
    private static int? Depth(SyntaxTree tree, int offset)
    {
        int depth = 0;
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            int length = island.Text.Length;
            foreach (Token token in island.Tokens)
            {
                if (start + token.Start >= offset)
                {
                    return depth;
                }

                if (token.Kind == TokenKind.Text && start + token.End > offset)
                {
                    return null;
                }

                depth += token.Kind == TokenKind.OpenBrace ? 1 : token.Kind == TokenKind.CloseBrace ? -1 : 0;
            }

            if (island.Kind == SyntaxBlockKind.Markdown)
            {
                depth = 0;
                if (start + length > offset)
                {
                    return null;
                }
            }

            start += length;
        }

        return depth;
    }
}

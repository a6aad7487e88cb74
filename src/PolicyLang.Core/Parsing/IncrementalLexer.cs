using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>
/// Reads a text again after an edit. A token depends on nothing before it, and looks no further than to the end of its line unless it is
/// reported; so only the lines around the edit are read, until a token begins where one began before.
/// </summary>
internal static class IncrementalLexer
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="previous">The tree of the text before the edit; null where there is none.</param>
    public static ScannedText Read(string text, SyntaxTree? previous)
    {
        if (previous is null || previous.Islands.Any(i => i.Kind == SyntaxBlockKind.Markdown))
        {
            return Lexer.Read(text);
        }

        string before = previous.Text.Content;
        int same = CommonText.Start(before, text);
        int sameAtEnd = CommonText.End(before, text, Math.Min(before.Length, text.Length) - same);
        int shift = text.Length - before.Length;
        List<Token> known = Tokens(previous);
        var scanned = new ScannedText(text);
        int restart = LineBefore(text, same);
        scanned.Tokens.AddRange(known.TakeWhile(t => t.End <= restart));
        restart = scanned.Tokens.Count > 0 ? scanned.Tokens[scanned.Tokens.Count - 1].End : 0;
        scanned.Position = restart;
        int next = scanned.Tokens.Count;
        int resume = LineAfter(text, text.Length - sameAtEnd);
        new Lexer(scanned).Run(stop: position =>
        {
            if (position < resume)
            {
                return false;
            }

            while (next < known.Count && known[next].Start + shift < position)
            {
                next++;
            }

            return next < known.Count && known[next].Start + shift == position;
        });
        if (!IsClean(previous, restart, scanned.Position - shift))
        {
            return Lexer.Read(text);
        }

        if (scanned.Position < text.Length)
        {
            scanned.Tokens.AddRange(known.Skip(next).Select(t => t with { Start = t.Start + shift }));
        }

        return scanned;
    }

    // What was reported outside the lines that are read again would be lost.
    private static bool IsClean(SyntaxTree previous, int from, int to)
    {
        int start = 0;
        foreach (SyntaxBlock island in previous.Islands)
        {
            if (!island.Diagnostics.IsEmpty && (start < from || start + island.Text.Length > to))
            {
                return false;
            }

            start += island.Text.Length;
        }

        return true;
    }

    private static List<Token> Tokens(SyntaxTree tree)
    {
        var tokens = new List<Token>();
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            foreach (Token token in island.Tokens)
            {
                tokens.Add(token with { Start = token.Start + start });
            }

            start += island.Text.Length;
        }

        return tokens;
    }

    // The start of the line before the one of a position.
    private static int LineBefore(string text, int position)
    {
        int line = CommonText.LineStart(text, position);
        return line == 0 ? 0 : CommonText.LineStart(text, line - 1);
    }

    // The start of the line after the next one.
    private static int LineAfter(string text, int position)
    {
        int line = position >= text.Length ? -1 : text.IndexOf('\n', position);
        int next = line < 0 ? -1 : text.IndexOf('\n', line + 1);
        return next < 0 ? text.Length : next + 1;
    }
}

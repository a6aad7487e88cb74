using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Operators and comments as programming languages write them.</summary>
internal static class ForeignOperators
{
    private static readonly (string Text, TokenKind Kind, string? Meant)[] Operators =
    [
        ("==", TokenKind.Equal, "="),
        ("=>", TokenKind.GreaterOrEqual, ">="),
        ("=<", TokenKind.LessOrEqual, "<="),
        ("!=", TokenKind.Equal, null),
        ("<>", TokenKind.Equal, null),
        ("≠", TokenKind.Equal, null),
        ("&&", TokenKind.AndWord, "and"),
        ("&", TokenKind.AndWord, "and"),
        ("||", TokenKind.OrWord, "or"),
        ("!", TokenKind.NotWord, "not"),
    ];

    /// <summary>The operator at a place; its length is 0 where there is none.</summary>
    public static (int Length, TokenKind Kind, string? Meant) Find(ScannedText source, int start)
    {
        foreach ((string text, TokenKind kind, string? meant) in Operators)
        {
            if (string.CompareOrdinal(source.Content, start, text, 0, text.Length) == 0)
            {
                return (text.Length, kind, meant);
            }
        }

        return (0, TokenKind.Unknown, null);
    }

    /// <summary>Reports an operator, with what is meant by it.</summary>
    public static void Report(ScannedText source, int start, int length, string? meant)
    {
        string shown = source.Content.Substring(start, length);
        bool word = meant is not null && char.IsLetter(meant[0]);
        if (meant is null && source.Tokens.Count > 0 && source.Tokens[source.Tokens.Count - 1] is { Kind: TokenKind.Name } name)
        {
            // "subjects != 5": the whole comparison is negated.
            TextSpan whole = TextSpan.FromBounds(name.Start, start + length);
            string negated = $"not {source.Content.Substring(name.Start, name.Length)} =";
            source.Report(new LexicalFinding(SyntaxDiagnostics.UnknownCharacter, new TextSpan(start, length),
                $"'{shown}' is not an operator.", $"Write '{negated} …'.", null, new TextEdit(whole, negated)));
            return;
        }

        string padded =
            $"{(word && start > 0 && char.IsLetterOrDigit(source[start - 1]) ? " " : string.Empty)}{meant}"
            + $"{(word && start + length < source.Length && !char.IsWhiteSpace(source[start + length]) ? " " : string.Empty)}";
        source.Report(
            SyntaxDiagnostics.UnknownCharacter, start, length, $"'{shown}' is not an operator.",
            meant is null ? "Write 'not (… = …)'." : $"Write '{meant}'.", meant is null ? null : padded);
    }

    /// <summary>How many characters begin a comment of another language at the start of a line; 0 for none.</summary>
    public static int CommentMarks(ScannedText source, int at)
    {
        int length = source[at] == '#' ? 1 : string.CompareOrdinal(source.Content, at, "--", 0, 2) == 0 ? 2 : 0;
        return length > 0 && at + length < source.Length && source[at + length] == ' '
            && (at == 0 || source[at - 1] is '\n' or '\r' or ' ' or '\t') ? length : 0;
    }
}

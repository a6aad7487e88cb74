using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Characters without a place in the language, with what to write instead.</summary>
internal static class UnknownCharacters
{
    /// <summary>Reads what begins no token, up to what may begin one.</summary>
    public static void Read(ScannedText source, int start, char c)
    {
        (TokenKind kind, string? replacement) = c switch
        {
            '，' or '、' => (TokenKind.Comma, ","),
            '｛' => (TokenKind.OpenBrace, "{"),
            '｝' => (TokenKind.CloseBrace, "}"),
            '（' => (TokenKind.OpenParenthesis, "("),
            '）' => (TokenKind.CloseParenthesis, ")"),
            '：' => (TokenKind.Colon, ":"),
            '＝' => (TokenKind.Equal, "="),
            '≥' => (TokenKind.GreaterOrEqual, ">="),
            '≤' => (TokenKind.LessOrEqual, "<="),
            '；' or ';' or '/' when JoinsNames(source, start) => (TokenKind.Comma, ","),
            '-' or '–' or '—' when JoinsDates(source, start) => (TokenKind.UntilWord, "until"),
            '；' or ';' or '。' => (TokenKind.Unknown, string.Empty),
            _ when IsBullet(source, start) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format =>
                (TokenKind.Unknown, string.Empty),
            _ => (TokenKind.Unknown, (string?)null),
        };
        int length = char.IsHighSurrogate(c) && start + 1 < source.Length && char.IsLowSurrogate(source[start + 1]) ? 2 : 1;
        string shown = char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format || char.IsSurrogate(c)
            && length == 1 ? $"U+{(int)c:X4}" : source.Content.Substring(start, length);
        if (kind != TokenKind.Unknown)
        {
            source.Report(SyntaxDiagnostics.UnknownCharacter, start, length, $"'{shown}' is not the punctuation of the language.",
                $"Write '{replacement}'.", replacement);
            source.Add(kind, start, length);
            return;
        }

        // One mistake, one message: a run of characters without a place is one token.
        int end = start + length;
        while (replacement is null && end < source.Length && !char.IsWhiteSpace(source[end]) && !char.IsLetterOrDigit(source[end])
            && source[end] is not ('"' or '{' or '}' or '/' or ',' or '(' or ')'))
        {
            end++;
        }

        source.Report(SyntaxDiagnostics.UnknownCharacter, start, end - start, $"'{shown}' has no place in the language.",
            replacement is null ? "Remove it, or put it into a text in quotes or a comment." : "Remove it.", replacement);
        source.Add(TokenKind.Unknown, start, end - start);
    }

    // A dash between two dates.
    private static bool JoinsDates(ScannedText source, int at) =>
        source.Tokens.Count > 0 && source.Tokens[source.Tokens.Count - 1].Kind == TokenKind.Date && at + 2 < source.Length
            && char.IsDigit(source[at + 1] == ' ' ? source[at + 2] : source[at + 1]);

    // ";" or "/" between two names of one line, which begin with a capital.
    private static bool JoinsNames(ScannedText source, int at)
    {
        int next = at + 1;
        while (next < source.Length && source[next] == ' ')
        {
            next++;
        }

        // "Act/Art5" may be a clause of a framework rather than two.
        bool clauses = source[at] == '/' && source.Tokens.Count > 1
            && source.Tokens[source.Tokens.Count - 2].Kind is TokenKind.ToWord or TokenKind.OverWord or TokenKind.NotwithstandingWord
            or TokenKind.FromWord or TokenKind.InvokingWord
            && (source.Tokens.Count < 3 || source.Tokens[source.Tokens.Count - 2].Kind is not (TokenKind.ToWord or TokenKind.FromWord)
                || source.Tokens[source.Tokens.Count - 3].Kind is TokenKind.SubjectWord or TokenKind.ExemptWord);
        return !clauses && at > 0 && char.IsLetter(source[at - 1]) && next < source.Length && char.IsUpper(source[next]);
    }

    // Bullets and section signs at a line start, and the sign before a name.
    private static bool IsBullet(ScannedText source, int at)
    {
        if (source[at] == '@' && at + 1 < source.Length && char.IsLetter(source[at + 1]))
        {
            return true;
        }

        if (at + 1 >= source.Length || source[at + 1] is not (' ' or '\t' or '\u00A0')
            || source[at]
                is not ('§' or '•' or '·' or '▪' or '◦' or '‣' or '●' or '○' or '–' or '—' or '-' or '*' or '\uF0B7'))
        {
            return false;
        }

        int previous = at - 1;
        while (previous >= 0 && source[previous] is ' ' or '\t')
        {
            previous--;
        }

        return previous < 0 || source[previous] is '\n' or '\r';
    }
}

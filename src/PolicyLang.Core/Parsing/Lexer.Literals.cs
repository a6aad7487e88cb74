using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

internal sealed partial class Lexer
{
    private void ReadNumber(int start)
    {
        if (TryReadDate(start))
        {
            return;
        }

        int end = start;
        while (end < _text.Length && (char.IsDigit(_text[end]) || _text[end] == '_' || IsGroupMark(start, end)))
        {
            end++;
        }

        string number = _text.Substring(start, end - start);
        if (number.IndexOfAny(Apostrophes) >= 0)
        {
            string meant = string.Join("_", number.Split(Apostrophes));
            Report(SyntaxDiagnostics.BadNumber, start, number.Length, $"'{number}' is not a whole number.", $"Write '{meant}'.", meant);
        }

        Add(TokenKind.Number, start, end - start);
    }

    // Word processors make dashes of hyphens.
    private static readonly char[] DateMarks = ['-', '/', '.', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'];

    private static bool IsDateMark(char c) => Array.IndexOf(DateMarks, c) >= 0;

    // ISO dates, and the forms that people write instead: 05/25/2018, 25.05.2018, 2018/05/25.
    private bool TryReadDate(int start)
    {
        // The longest form that is recognised has twelve characters; a longer run is not a date.
        int end = start;
        while (end < _text.Length && end - start <= 12 && (_text[end] is >= '0' and <= '9' || IsDateMark(_text[end])))
        {
            end++;
        }

        while (end > start && IsDateMark(_text[end - 1]))
        {
            end--;
        }

        string text = _text.Substring(start, end - start);
        string[] parts = text.Split(DateMarks);
        if (parts.Length != 3 || parts.Any(p => p.Length is 0 or > 4))
        {
            return false;
        }

        int time = TimeAfter(start + text.Length);
        Add(TokenKind.Date, start, text.Length + time);
        if (time > 0 && CalendarDay.TryParse(text, out _))
        {
            Report(SyntaxDiagnostics.BadDate, start, text.Length + time, "A date has no time of day.", $"Write '{text}'.", text);
            return true;
        }

        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
        {
            if (!CalendarDay.TryParse(text, out _))
            {
                string swapped = $"{parts[0]}-{parts[2]}-{parts[1]}";
                Report(
                    SyntaxDiagnostics.BadDate, start, text.Length, $"There is no day {text}.",
                        "Write a day that the calendar has, as YYYY-MM-DD.",
                    CalendarDay.TryParse(swapped, out _) ? swapped : null);
            }

            return true;
        }

        string? meant = Reinterpret(parts, text);
        Report(
            SyntaxDiagnostics.BadDate,
            start,
            text.Length,
            $"'{text}' is a date in another form.",
            meant is null ? "Write the year, the month and the day as YYYY-MM-DD." : $"Write '{meant}' (year, month, day).",
            meant);
        return true;
    }

    // "T00:00:00Z"
    private int TimeAfter(int at)
    {
        int end = at + 1;
        while (end < _text.Length && (_text[end] is >= '0' and <= '9' or ':' or '.' or '+' || (_text[end] == 'Z' && end > at + 2)))
        {
            end++;
        }

        return at < _text.Length && _text[at] == 'T' && end > at + 2 ? end - at : 0;
    }

    private static string? Reinterpret(string[] parts, string text)
    {
        (string year, string month, string day) = parts[0].Length == 4 ? (parts[0], parts[1], parts[2])
            : int.Parse(parts[0]) <= 12 && (IndexOfAny(text) == '/' || int.Parse(parts[1]) > 12) ? (parts[2], parts[0], parts[1])
            : (parts[2], parts[1], parts[0]);
        string iso = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return CalendarDay.TryParse(iso, out _) ? iso : null;
    }

    private static char IndexOfAny(string text) => text.First(IsDateMark);

    private void ReadText(int start, char quote)
    {
        int end = start + 1;
        while (end < _text.Length && _text[end] != quote && _text[end] is not ('\n' or '\r'))
        {
            if (_text[end] == '\\' && end + 1 < _text.Length && _text[end + 1] is not ('\n' or '\r'))
            {
                CheckEscape(end);
                end++;
            }
            else if (IsForbidden(_text[end]) || IsLoneSurrogate(end))
            {
                ReportForbidden(end, 1, _text[end]);
            }

            end++;
        }

        bool closed = end < _text.Length && _text[end] == quote;
        if (!closed)
        {
            string line = _text.Substring(start, end - start).TrimEnd();
            TextEdit? close = line.IndexOfAny(['{', '}']) < 0 && line.Length > 1
                ? new TextEdit(new TextSpan(start + line.Length, 0), "\"")
                : null;
            _findings.Add(new LexicalFinding(SyntaxDiagnostics.UnclosedText, new TextSpan(start, 1), "This text has no closing quote.",
                "Close it with '\"' on the same line.", null, close));
        }

        Add(TokenKind.Text, start, Math.Min(end, _text.Length) + (closed ? 1 : 0) - start);
    }

    private void CheckEscape(int backslash)
    {
        char c = _text[backslash + 1];
        if (c == 'u' && TextEscapes.CodePoint(_text, backslash) is { Length: > 0, Value: [var meant] } escape
            && (IsForbidden(meant) || char.IsSurrogate(meant)))
        {
            ReportForbidden(backslash, escape.Length, meant);
        }
        else if (c is not ('"' or '\\' or 'n' or 'u'))
        {
            Report(SyntaxDiagnostics.BadEscape, backslash, 2, $"'\\{c}' is not a valid escape.",
                "The escapes are \\\" \\\\ \\n and \\u{…}; write '\\\\' for a backslash.", "\\\\" + c);
        }
    }

    // Of the characters that print nothing a text has line ends and tabs only; others break what it is written into.
    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF';

    private bool IsLoneSurrogate(int at) =>
        char.IsHighSurrogate(_text[at]) ? at + 1 == _text.Length || !char.IsLowSurrogate(_text[at + 1])
        : char.IsLowSurrogate(_text[at]) && !char.IsHighSurrogate(_text[at - 1]);

    private void ReportForbidden(int start, int length, char c) => Report(
        SyntaxDiagnostics.ControlCharacter, start, length,
        $"The {(char.IsControl(c) ? "control character" : "character")} U+{(int)c:X4} has no place in a text.", "Remove it.", string.Empty);

    // Word processors turn quotes into curly ones.
    private void ReadSmartText(int start)
    {
        char open = _text[start];
        int end = start + 1;
        while (end < _text.Length && _text[end] is not ('“' or '”' or '«' or '»' or '"' or '\n' or '\r')
            && !(open is '\'' or '‘' && _text[end] is '\'' or '’'))
        {
            end++;
        }

        if (end == _text.Length || _text[end] is '\n' or '\r')
        {
            Report(SyntaxDiagnostics.UnclosedText, start, 1, "This text has no closing quote.", "Write it between two '\"' on one line.");
            Add(TokenKind.Text, start, end - start);
            return;
        }

        string inner = _text.Substring(start + 1, end - start - 1);
        Report(SyntaxDiagnostics.UnknownCharacter, start, end + 1 - start, $"'{open}' is not a quotation mark of the language.",
            "Write straight quotes: \"…\".", $"\"{inner.Replace("\\", "\\\\")}\"");
        Add(TokenKind.Text, start, end + 1 - start);
    }

    private void ReadUnknown(int start, char c)
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
            '；' or ';' or '/' when JoinsNames(start) => (TokenKind.Comma, ","),
            '-' or '–' or '—' when _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: TokenKind.Date } && start + 2 < _text.Length
                && char.IsDigit(_text[start + 1] == ' ' ? _text[start + 2] : _text[start + 1]) => (TokenKind.UntilWord, "until"),
            '；' or ';' or '。' => (TokenKind.Unknown, string.Empty),
            _ when IsBullet(start) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format =>
                (TokenKind.Unknown, string.Empty),
            _ => (TokenKind.Unknown, (string?)null),
        };
        int length = char.IsHighSurrogate(c) && start + 1 < _text.Length && char.IsLowSurrogate(_text[start + 1]) ? 2 : 1;
        string shown = char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format || char.IsSurrogate(c)
            && length == 1 ? $"U+{(int)c:X4}" : _text.Substring(start, length);
        if (kind != TokenKind.Unknown)
        {
            Report(SyntaxDiagnostics.UnknownCharacter, start, length, $"'{shown}' is not the punctuation of the language.",
                $"Write '{replacement}'.", replacement);
            Add(kind, start, length);
            return;
        }

        // One mistake, one message: a run of characters without a place is one token.
        int end = start + length;
        while (replacement is null && end < _text.Length && !char.IsWhiteSpace(_text[end]) && !char.IsLetterOrDigit(_text[end])
            && _text[end] is not ('"' or '{' or '}' or '/' or ',' or '(' or ')'))
        {
            end++;
        }

        Report(SyntaxDiagnostics.UnknownCharacter, start, end - start, $"'{shown}' has no place in the language.",
            replacement is null ? "Remove it, or put it into a text in quotes or a comment." : "Remove it.", replacement);
        Add(TokenKind.Unknown, start, end - start);
    }
}

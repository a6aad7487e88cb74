using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Reads texts between quotes.</summary>
internal static class TextLexer
{
    /// <summary>Reads a text that starts with a straight quote.</summary>
    public static void Read(ScannedText source, int start, char quote)
    {
        int end = start + 1;
        while (end < source.Length && source[end] != quote && source[end] is not ('\n' or '\r'))
        {
            if (source[end] == '\\' && end + 1 < source.Length && source[end + 1] is not ('\n' or '\r'))
            {
                CheckEscape(source, end);
                end++;
            }
            else if (IsForbidden(source[end]) || IsLoneSurrogate(source, end))
            {
                ReportForbidden(source, end, 1, source[end]);
            }

            end++;
        }

        bool closed = end < source.Length && source[end] == quote;
        if (!closed)
        {
            string line = source.Content.Substring(start, end - start).TrimEnd();
            TextEdit? close = line.IndexOfAny(['{', '}']) < 0 && line.Length > 1
                ? new TextEdit(new TextSpan(start + line.Length, 0), "\"")
                : null;
            source.Report(new LexicalFinding(SyntaxDiagnostics.UnclosedText, new TextSpan(start, 1), "This text has no closing quote.",
                "Close it with '\"' on the same line.", null, close));
        }

        source.Add(TokenKind.Text, start, Math.Min(end, source.Length) + (closed ? 1 : 0) - start);
    }

    private static void CheckEscape(ScannedText source, int backslash)
    {
        char c = source[backslash + 1];
        if (c == 'u' && TextEscapes.CodePoint(source.Content, backslash) is { Length: > 0, Value: [var meant] } escape
            && (IsForbidden(meant) || char.IsSurrogate(meant)))
        {
            ReportForbidden(source, backslash, escape.Length, meant);
        }
        else if (c is not ('"' or '\\' or 'n' or 'u'))
        {
            source.Report(SyntaxDiagnostics.BadEscape, backslash, 2, $"'\\{c}' is not a valid escape.",
                "The escapes are \\\" \\\\ \\n and \\u{…}; write '\\\\' for a backslash.", "\\\\" + c);
        }
    }

    // Texts may contain no control characters except line ends and tabs; others break outputs.
    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF';

    private static bool IsLoneSurrogate(ScannedText source, int at) =>
        char.IsHighSurrogate(source[at]) ? at + 1 == source.Length || !char.IsLowSurrogate(source[at + 1])
        : char.IsLowSurrogate(source[at]) && !char.IsHighSurrogate(source[at - 1]);

    private static void ReportForbidden(ScannedText source, int start, int length, char c) => source.Report(
        SyntaxDiagnostics.ControlCharacter, start, length,
        $"The {(char.IsControl(c) ? "control character" : "character")} U+{(int)c:X4} has no place in a text.", "Remove it.", string.Empty);

    /// <summary>Reads a text between the quotes that word processors write.</summary>
    public static void ReadPasted(ScannedText source, int start)
    {
        char open = source[start];
        int end = start + 1;
        while (end < source.Length && source[end] is not ('“' or '”' or '«' or '»' or '"' or '\n' or '\r')
            && !(open is '\'' or '‘' && source[end] is '\'' or '’'))
        {
            end++;
        }

        if (end == source.Length || source[end] is '\n' or '\r')
        {
            source.Report(
                SyntaxDiagnostics.UnclosedText, start, 1, "This text has no closing quote.", "Write it between two '\"' on one line.");
            source.Add(TokenKind.Text, start, end - start);
            return;
        }

        string inner = source.Content.Substring(start + 1, end - start - 1);
        source.Report(SyntaxDiagnostics.UnknownCharacter, start, end + 1 - start, $"'{open}' is not a quotation mark of the language.",
            "Write straight quotes: \"…\".", $"\"{inner.Replace("\\", "\\\\")}\"");
        source.Add(TokenKind.Text, start, end + 1 - start);
    }

    /// <summary>Whether a text between single quotes ends on its line.</summary>
    public static bool ClosesOnLine(ScannedText source, int start)
    {
        for (int i = start + 1; i < source.Length && source[i] is not ('\n' or '\r'); i++)
        {
            if (source[i] is '\'' or '’')
            {
                return i > start + 1;
            }
        }

        return false;
    }
}

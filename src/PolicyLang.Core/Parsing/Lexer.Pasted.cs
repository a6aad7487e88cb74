using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>What comes from word processors and other languages: hyphens and hidden characters in words, operators of programs.</summary>
internal sealed partial class Lexer
{
    /// <summary>Hyphens that people write in names.</summary>
    public static readonly char[] Hyphens = ['-', '\u2010', '\u2011'];

    /// <summary>Soft hyphens and blanks without width.</summary>
    public static readonly char[] Hidden = ['\u00AD', '\u200B'];

    /// <summary>Both.</summary>
    public static readonly char[] Joiners = [.. Hyphens, .. Hidden];

    /// <summary>Apostrophes between groups of digits.</summary>
    public static readonly char[] Apostrophes = ['\'', '\u2019'];

    private static readonly (string Text, TokenKind Kind, string? Meant)[] OtherOperators =
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

    /// <summary>A word with '_' for hyphens and without hidden characters.</summary>
    public static string Cleaned(string word) =>
        string.Concat(word.Split(Hidden)).Replace('-', '_').Replace('\u2010', '_').Replace('\u2011', '_');

    private (int Length, TokenKind Kind, string? Meant) OtherOperator(int start)
    {
        foreach ((string text, TokenKind kind, string? meant) in OtherOperators)
        {
            if (string.CompareOrdinal(_text, start, text, 0, text.Length) == 0)
            {
                return (text.Length, kind, meant);
            }
        }

        return (0, TokenKind.Unknown, null);
    }

    private void ReportOperator(int start, int length, string? meant)
    {
        string shown = _text.Substring(start, length);
        bool word = meant is not null && char.IsLetter(meant[0]);
        if (meant is null && _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: TokenKind.Name } name)
        {
            // "subjects != 5": the whole comparison is negated.
            TextSpan whole = TextSpan.FromBounds(name.Start, start + length);
            string negated = $"not {_text.Substring(name.Start, name.Length)} =";
            _findings.Add(new LexicalFinding(SyntaxDiagnostics.UnknownCharacter, new TextSpan(start, length),
                $"'{shown}' is not an operator.", $"Write '{negated} …'.", null, new TextEdit(whole, negated)));
            return;
        }

        string padded =
            $"{(word && start > 0 && char.IsLetterOrDigit(_text[start - 1]) ? " " : string.Empty)}{meant}"
            + $"{(word && start + length < _text.Length && !char.IsWhiteSpace(_text[start + length]) ? " " : string.Empty)}";
        Report(
            SyntaxDiagnostics.UnknownCharacter, start, length, $"'{shown}' is not an operator.",
            meant is null ? "Write 'not (… = …)'." : $"Write '{meant}'.", meant is null ? null : padded);
    }

    // A hyphen or a hidden character between two letters of one word.
    private bool JoinsWords(int start, int at, ref bool other)
    {
        bool joins = at > start && at + 1 < _text.Length
            && (Array.IndexOf(Hyphens, _text[at]) >= 0 || Array.IndexOf(Hidden, _text[at]) >= 0)
            && char.IsLetterOrDigit(_text[at - 1]) && char.IsLetterOrDigit(_text[at + 1]);
        other |= joins;
        return joins;
    }

    private void ReportJoined(int start, string word)
    {
        string meant = Cleaned(word);
        if (word.IndexOfAny(Hyphens) >= 0)
        {
            Report(SyntaxDiagnostics.BadName, start, word.Length, $"'{word}' is not a valid name: a name has no hyphen.",
                $"Write '{meant}'.", meant);
        }
        else
        {
            Report(SyntaxDiagnostics.UnknownCharacter, start, word.Length, $"'{meant}' has hidden characters in it.",
                $"Write '{meant}' anew.", meant);
        }
    }

    // ";" or "/" between two names of one line, which begin with a capital.
    private bool JoinsNames(int at)
    {
        int next = at + 1;
        while (next < _text.Length && _text[next] == ' ')
        {
            next++;
        }

        // "Act/Art5" may be a clause of a framework rather than two.
        bool clauses = _text[at] == '/' && _tokens.Count > 1
            && _tokens[_tokens.Count - 2].Kind is TokenKind.ToWord or TokenKind.OverWord or TokenKind.NotwithstandingWord
            or TokenKind.FromWord or TokenKind.InvokingWord
            && (_tokens.Count < 3 || _tokens[_tokens.Count - 2].Kind is not (TokenKind.ToWord or TokenKind.FromWord)
                || _tokens[_tokens.Count - 3].Kind is TokenKind.SubjectWord or TokenKind.ExemptWord);
        return !clauses && at > 0 && char.IsLetter(_text[at - 1]) && next < _text.Length && char.IsUpper(_text[next]);
    }

    // "10'000": an apostrophe between groups of digits.
    private bool IsGroupMark(int start, int at) =>
        Array.IndexOf(Apostrophes, _text[at]) >= 0 && at > start && char.IsDigit(_text[at - 1]) && at + 1 < _text.Length
            && char.IsDigit(_text[at + 1]);

    // "# …" and "-- …" at the start of a line.
    private int OtherComment(int at)
    {
        int length = _text[at] == '#' ? 1 : string.CompareOrdinal(_text, at, "--", 0, 2) == 0 ? 2 : 0;
        return length > 0 && at + length < _text.Length && _text[at + length] == ' '
            && (at == 0 || _text[at - 1] is '\n' or '\r' or ' ' or '\t') ? length : 0;
    }

    // Bullets and section signs at the start of a line, a '-' or '*' in the place of one, and the sign before a mentioned name.
    private bool IsBullet(int at)
    {
        if (_text[at] == '@' && at + 1 < _text.Length && char.IsLetter(_text[at + 1]))
        {
            return true;
        }

        if (at + 1 >= _text.Length || _text[at + 1] is not (' ' or '\t' or '\u00A0')
            || _text[at] is not ('§' or '•' or '·' or '▪' or '◦' or '‣' or '●' or '○' or '–' or '—' or '-' or '*' or '\uF0B7'))
        {
            return false;
        }

        int previous = at - 1;
        while (previous >= 0 && _text[previous] is ' ' or '\t')
        {
            previous--;
        }

        return previous < 0 || _text[previous] is '\n' or '\r';
    }

    // 'text' between single quotes on one line.
    private bool ClosesOnLine(int start)
    {
        for (int i = start + 1; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] is '\'' or '’')
            {
                return i > start + 1;
            }
        }

        return false;
    }
}

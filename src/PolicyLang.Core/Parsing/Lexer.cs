using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>
/// Cuts a text into tokens. Total: every text has tokens; what lies between them is blank or comment, so tokens and gaps
/// concatenate to the exact text.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly List<LexicalFinding> _findings = [];
    private int _position;

    private Lexer(string text) => _text = text;

    public static (List<Token> Tokens, List<LexicalFinding> Findings) Read(string text)
    {
        var lexer = new Lexer(text);
        lexer.Run(stop: _ => false);
        return (lexer._tokens, lexer._findings);
    }

    private char CharAt(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    /// <param name="stop">Whether what begins at a position needs not be read.</param>
    private void Run(Func<int, bool> stop)
    {
        while (_position < _text.Length)
        {
            char c = _text[_position];
            if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B')
            {
                _position++;
            }
            else if (c == '/' && CharAt(1) == '/')
            {
                while (_position < _text.Length && _text[_position] is not ('\n' or '\r'))
                {
                    _position++;
                }
            }
            else if (c == '/' && CharAt(1) == '*')
            {
                SkipBlockComment();
            }
            else if (stop(_position))
            {
                return;
            }
            else
            {
                ReadToken(c);
            }
        }
    }

    private void SkipBlockComment()
    {
        int start = _position;
        int end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        _position = end < 0 ? _text.Length : end + 2;
        if (end < 0)
        {
            // Where it swallows further lines, only the drafter knows where it should end.
            string rest = _text.Substring(start).TrimEnd();
            TextEdit? close = rest.IndexOf('\n') < 0 ? new TextEdit(new TextSpan(start + rest.Length, 0), " */") : null;
            _findings.Add(new LexicalFinding(
                SyntaxDiagnostics.UnclosedComment, new TextSpan(start, 2), "This comment has no end.", "Close it with '*/'.", null, close));
        }
    }

    private void ReadToken(char c)
    {
        int start = _position;
        if (char.IsLetter(c) || char.IsSurrogate(c) && char.IsLetter(_text, start))
        {
            ReadWord(start);
        }
        else if (c is >= '0' and <= '9')
        {
            ReadNumber(start);
        }
        else if (c == '"')
        {
            ReadText(start, '"');
        }
        else if (c is '“' or '”' or '„' or '«' or '»' || (c is '\'' or '‘' && ClosesOnLine(start)))
        {
            ReadSmartText(start);
        }
        else if (OtherComment(start) is > 0 and int marks)
        {
            Report(SyntaxDiagnostics.UnknownCharacter, start, marks, $"'{_text.Substring(start, marks)}' does not begin a comment.",
                "Write '//'.", "//");
            int end = _text.IndexOfAny(['\n', '\r'], start);
            Add(TokenKind.Unknown, start, (end < 0 ? _text.Length : end) - start);
        }
        else if (OtherOperator(start) is var (length, kind, meant) && length > 0)
        {
            ReportOperator(start, length, meant);
            Add(kind, start, length);
        }
        else if (c == '<')
        {
            ReadLess(start);
        }
        else if (Punctuation(c) is { } punctuation)
        {
            bool orEqual = c == '>' && CharAt(1) == '=';
            Add(orEqual ? TokenKind.GreaterOrEqual : punctuation, start, orEqual ? 2 : 1);
        }
        else
        {
            ReadUnknown(start, c);
        }
    }

    private static TokenKind? Punctuation(char c) => c switch
    {
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '.' => TokenKind.Dot,
        '=' => TokenKind.Equal,
        '>' => TokenKind.Greater,
        _ => null,
    };

    private void ReadWord(int start)
    {
        int end = start;
        bool other = false;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_' || JoinsWords(start, end, ref other)
            || char.GetUnicodeCategory(_text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
            || char.IsSurrogate(_text[end]) && char.IsLetterOrDigit(_text, end)))
        {
            end += char.IsHighSurrogate(_text[end]) && end + 1 < _text.Length ? 2 : 1;
        }

        if (end - start == 3 && string.CompareOrdinal(_text, start, "and/or", 0, 6) == 0)
        {
            Report(SyntaxDiagnostics.UnknownCharacter, start, 6, "'and/or' leaves open which is meant.",
                "Write 'or': it holds for one, for the other and for both. Write 'and' where both are needed.", "or");
            Add(TokenKind.OrWord, start, 6);
            return;
        }

        if (end + 1 < _text.Length && _text[end - 1] == 'n' && _text[end] is '\'' or '’' && _text[end + 1] == 't')
        {
            Add(TokenKind.Name, start, end + 2 - start);
            return;
        }

        if (!other)
        {
            Add(Keywords.KindOf(_text, start, end - start), start, end - start);
            return;
        }

        string word = _text.Substring(start, end - start);
        if (word == Keywords.SelfJudged)
        {
            Add(TokenKind.SelfJudged, start, word.Length);
            return;
        }

        ReportJoined(start, word);
        Add(Keywords.KindOf(Cleaned(word)), start, end - start);
    }

    private void ReadLess(int start)
    {
        if (CharAt(1) == '=')
        {
            Add(TokenKind.LessOrEqual, start, 2);
            return;
        }

        // An IRI has a scheme, a colon and no blank; anything else after '<' is a comparison.
        int end = start + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '+' or '-' or '.'))
        {
            end++;
        }

        if (end > start + 1 && end < _text.Length && _text[end] == ':')
        {
            while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && !char.IsControl(_text[end])
                && _text[end] is not ('<' or '>' or '"'))
            {
                end++;
            }

            if (end < _text.Length && _text[end] == '>')
            {
                Add(TokenKind.Iri, start, end + 1 - start);
                return;
            }
        }

        Add(TokenKind.Less, start, 1);
    }

    private void Add(TokenKind kind, int start, int length)
    {
        _tokens.Add(new Token(kind, start, length));
        _position = start + length;
    }

    private void Report(DiagnosticDescriptor descriptor, int start, int length, string message, string? help, string? replacement = null) =>
        _findings.Add(new LexicalFinding(descriptor, new TextSpan(start, length), message, help, replacement));
}

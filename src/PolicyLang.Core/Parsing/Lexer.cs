using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>
/// Cuts a text into tokens. Total: every text has tokens; what lies between them is blank or comment, so tokens and gaps
/// concatenate to the exact text.
/// </summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly ScannedText _scanned;

    /// <param name="scanned">What has been read already, and takes what is read.</param>
    public Lexer(ScannedText scanned) => (_scanned, _text) = (scanned, scanned.Content);

    /// <summary>Reads a whole text.</summary>
    public static ScannedText Read(string text)
    {
        var scanned = new ScannedText(text);
        new Lexer(scanned).Run(stop: _ => false);
        return scanned;
    }

    private char CharAt(int offset) => _scanned.Position + offset < _text.Length ? _text[_scanned.Position + offset] : '\0';

    /// <summary>Reads on.</summary>
    /// <param name="stop">Whether what begins at a position needs not be read.</param>
    public void Run(Func<int, bool> stop)
    {
        while (_scanned.Position < _text.Length)
        {
            char c = _text[_scanned.Position];
            if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B')
            {
                _scanned.Position++;
            }
            else if (c == '/' && CharAt(1) == '/')
            {
                while (_scanned.Position < _text.Length && _text[_scanned.Position] is not ('\n' or '\r'))
                {
                    _scanned.Position++;
                }
            }
            else if (c == '/' && CharAt(1) == '*')
            {
                SkipBlockComment();
            }
            else if (stop(_scanned.Position))
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
        int start = _scanned.Position;
        int end = _text.IndexOf("*/", _scanned.Position + 2, StringComparison.Ordinal);
        _scanned.Position = end < 0 ? _text.Length : end + 2;
        if (end < 0)
        {
            // Where it swallows further lines, only the drafter knows where it should end.
            string rest = _text.Substring(start).TrimEnd();
            TextEdit? close = rest.IndexOf('\n') < 0 ? new TextEdit(new TextSpan(start + rest.Length, 0), " */") : null;
            _scanned.Report(new LexicalFinding(
                SyntaxDiagnostics.UnclosedComment, new TextSpan(start, 2), "This comment has no end.", "Close it with '*/'.", null, close));
        }
    }

    private void ReadToken(char c)
    {
        int start = _scanned.Position;
        if (char.IsLetter(c) || char.IsSurrogate(c) && char.IsLetter(_text, start))
        {
            ReadWord(start);
        }
        else if (c is >= '0' and <= '9')
        {
            NumberLexer.Read(_scanned, start);
        }
        else if (c == '"')
        {
            TextLexer.Read(_scanned, start, '"');
        }
        else if (c is '“' or '”' or '„' or '«' or '»' || (c is '\'' or '‘' && TextLexer.ClosesOnLine(_scanned, start)))
        {
            TextLexer.ReadPasted(_scanned, start);
        }
        else if (ForeignOperators.CommentMarks(_scanned, start) is > 0 and int marks)
        {
            string shown = _text.Substring(start, marks);
            _scanned.Report(
                SyntaxDiagnostics.UnknownCharacter, start, marks, $"'{shown}' does not begin a comment.", "Write '//'.", "//");
            int end = _text.IndexOfAny(['\n', '\r'], start);
            _scanned.Add(TokenKind.Unknown, start, (end < 0 ? _text.Length : end) - start);
        }
        else if (ForeignOperators.Find(_scanned, start) is var (length, kind, meant) && length > 0)
        {
            ForeignOperators.Report(_scanned, start, length, meant);
            _scanned.Add(kind, start, length);
        }
        else if (c == '<')
        {
            ReadLess(start);
        }
        else if (Punctuation(c) is { } punctuation)
        {
            bool orEqual = c == '>' && CharAt(1) == '=';
            _scanned.Add(orEqual ? TokenKind.GreaterOrEqual : punctuation, start, orEqual ? 2 : 1);
        }
        else
        {
            UnknownCharacters.Read(_scanned, start, c);
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
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'
            || WordJoiners.IsAt(_scanned, start, end, ref other)
            || char.GetUnicodeCategory(_text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
            || char.IsSurrogate(_text[end]) && char.IsLetterOrDigit(_text, end)))
        {
            end += char.IsHighSurrogate(_text[end]) && end + 1 < _text.Length ? 2 : 1;
        }

        if (end - start == 3 && string.CompareOrdinal(_text, start, "and/or", 0, 6) == 0)
        {
            _scanned.Report(SyntaxDiagnostics.UnknownCharacter, start, 6, "'and/or' leaves open which is meant.",
                "Write 'or': it holds for one, for the other and for both. Write 'and' where both are needed.", "or");
            _scanned.Add(TokenKind.OrWord, start, 6);
            return;
        }

        if (end + 1 < _text.Length && _text[end - 1] == 'n' && _text[end] is '\'' or '’' && _text[end + 1] == 't')
        {
            _scanned.Add(TokenKind.Name, start, end + 2 - start);
            return;
        }

        if (!other)
        {
            _scanned.Add(Keywords.KindOf(_text, start, end - start), start, end - start);
            return;
        }

        string word = _text.Substring(start, end - start);
        if (word == Keywords.SelfJudged)
        {
            _scanned.Add(TokenKind.SelfJudged, start, word.Length);
            return;
        }

        WordJoiners.Report(_scanned, start, word);
        _scanned.Add(Keywords.KindOf(WordJoiners.Cleaned(word)), start, end - start);
    }

    private void ReadLess(int start)
    {
        if (CharAt(1) == '=')
        {
            _scanned.Add(TokenKind.LessOrEqual, start, 2);
            return;
        }

        // An IRI has a scheme, a colon and no blank; otherwise '<' is a comparison.
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
                _scanned.Add(TokenKind.Iri, start, end + 1 - start);
                return;
            }
        }

        _scanned.Add(TokenKind.Less, start, 1);
    }
}

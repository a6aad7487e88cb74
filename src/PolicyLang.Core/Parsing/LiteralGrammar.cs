using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Texts in quotes and addresses in angle brackets.</summary>
internal static class LiteralGrammar
{
    // "citation Act 12/2024": the rest of the line is the text.
    private static readonly Parser<Token> UnquotedText = input =>
    {
        TokenInput here = input.Tokens();
        string text = here.Reader.Text;
        int end = EndOfLine(text, here.Token.Start);
        int brace = text.IndexOf('{', here.Token.Start, end - here.Token.Start);
        end = brace < 0 ? end : brace;
        string line = text.Substring(here.Token.Start, end - here.Token.Start).TrimEnd();
        bool certain = here.Position > 0 && !here.StartsLine && line.IndexOfAny(['"', '{', '}', '\\']) < 0;
        here.ReportMissing(SyntaxDiagnostics.Expected, "A text in quotes is missing.", "Write it as \"…\".");
        if (certain)
        {
            here.Reader.MendLast("Put it in quotes", new TextEdit(new TextSpan(here.Token.Start, line.Length), $"\"{line}\""));
        }

        return Success(new Token(TokenKind.Text, here.Reader.EndBefore(here.Position), 0), certain ? TokenFrom(here, end) : input);
    };

    public static readonly Parser<TextLiteralSyntax> Text = input =>
    {
        var at = new Cursor(input);
        ParseContext reader = at.Reader;
        Token token = at.Kind == TokenKind.Name
            ? at.Read(UnquotedText)
            : at.Expect(TokenKind.Text, "A text in quotes is missing.", "Write it as \"…\".");
        return at.Success(new TextLiteralSyntax(token.Length == 0 ? string.Empty : Unescape(reader.TextOf(token)), token.Span));
    };

    // "source https://example.org": what follows the colon is a comment to the lexer.
    private static readonly Parser<Token> UnquotedIri = input =>
    {
        TokenInput here = input.Tokens();
        int end = here.Token.Start;
        while (end < here.Reader.Text.Length && !char.IsWhiteSpace(here.Reader.Text[end]))
        {
            end++;
        }

        TextSpan span = here.Kind == TokenKind.Text ? here.Token.Span : TextSpan.FromBounds(here.Token.Start, end);
        string address = here.Reader.Text.Substring(span.Start, span.Length).Trim('"');
        here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, "An address stands in angle brackets.",
            $"Write '<{address}>'.", $"Write '<{address}>'", new TextEdit(span, $"<{address}>"));
        return Success(new Token(TokenKind.Iri, span.End, 0), TokenFrom(here, span.End));
    };

    public static readonly Parser<IriLiteralSyntax> Iri = input =>
    {
        var at = new Cursor(input);
        string text = at.Reader.Text;
        Token token = IsAddress(at.Position)
            ? at.Read(UnquotedIri)
            : at.Expect(TokenKind.Iri, "An address in angle brackets is missing.", "Write it as <https://…>, without blanks.");
        return at.Success(
            new IriLiteralSyntax(token.Length == 0 ? string.Empty : text.Substring(token.Start + 1, token.Length - 2), token.Span));
    };

    private static bool IsAddress(TokenInput here) =>
        (here.Kind == TokenKind.Text && Unescape(here.Reader.TextOf(here.Token)).Contains("://"))
        || (here.Kind == TokenKind.Name && string.CompareOrdinal(here.Reader.Text, here.Token.End, "://", 0, 3) == 0);

    /// <summary>The first token that begins at an offset or after it.</summary>
    private static TokenInput TokenFrom(TokenInput here, int offset)
    {
        while (!here.AtEnd && here.Token.Start < offset)
        {
            here = here.Advance().Tokens();
        }

        return here;
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOfAny(['\n', '\r'], start);
        return end < 0 ? text.Length : end;
    }

    /// <summary>A text without its quotes, its escapes resolved.</summary>
    public static string Unescape(string quoted)
    {
        int close = quoted.Length > 1 && quoted[quoted.Length - 1] is '"' or '”' or '“' or '»' or '«' or '\'' or '’' ? 1 : 0;
        string inner = quoted.Substring(1, Math.Max(0, quoted.Length - 1 - close));
        return inner.IndexOf('\\') < 0 ? inner : TextEscapes.Resolve(inner);
    }
}

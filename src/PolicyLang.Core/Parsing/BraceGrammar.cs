using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>The braces around what a clause or declaration holds.</summary>
internal static class BraceGrammar
{
    /// <summary>The opening brace.</summary>
    public static void ReadOpening(ref Cursor at)
    {
        TokenInput here = at.Position;
        if (at.Accept(TokenKind.OpenBrace))
        {
            return;
        }

        if (here.Kind is TokenKind.Equal or TokenKind.Colon && here.Next == TokenKind.OpenBrace)
        {
            here.ReportSuperfluous();
            at.Skip(2);
            return;
        }

        bool certain = !here.Reader.MissingBrace && here.Kind != TokenKind.OpenParenthesis;
        here.ReportMissing(SyntaxDiagnostics.MissingBrace, "The opening brace '{' is missing.", "Put the clause between '{' and '}'.",
            certain ? "Insert '{'" : null, certain ? " {" : null);
        Token last = here.Reader.Tokens[Math.Max(0, here.Reader.Tokens.Length - 2)];
        if (here.Kind == TokenKind.OpenParenthesis && last.Kind == TokenKind.CloseParenthesis)
        {
            here.Reader.MendLast("Write braces", new TextEdit(here.Token.Span, "{"), new TextEdit(last.Span, "}"));
        }

        if (here.Kind == TokenKind.AdoptsWord && last.Kind != TokenKind.CloseBrace)
        {
            here.Reader.MendLast(
                "Put it in braces", new TextEdit(new TextSpan(here.Token.Start, 0), "{ "), new TextEdit(new TextSpan(last.End, 0), " }"));
            here.Reader.SilenceEnd();
        }

        if (here.Kind == TokenKind.OpenParenthesis)
        {
            // "(…)" for "{…}": the closing one would be reported for the same reason.
            here.Reader.SilenceEnd();
            at.MoveTo(here.Reader.Tokens.Length - 1);
        }
    }

    /// <summary>The closing brace; what stands before it and belongs to nothing is reported once and skipped.</summary>
    public static void ReadClosing(ref Cursor at, Declared what)
    {
        if (at.Kind == TokenKind.Comma && at.Position.Next == TokenKind.CloseBrace)
        {
            at.Position.ReportSuperfluous();
            at.Take();
        }

        ParseContext reader = at.Reader;
        if (at.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            reader.Report(at.Position.Position, SyntaxDiagnostics.Unexpected, at.Position.Token.Span,
                $"{reader.Show(at.Position.Token)} does not belong here.", $"The {what.Noun()} should end with '}}' before it.");
            while (at.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
            {
                at.Take();
            }
        }

        if (!at.Accept(TokenKind.CloseBrace) && reader.Tokens.Length > 1)
        {
            TextSpan last = reader.Tokens[reader.Tokens.Length - 2].Span;
            reader.Report(at.Position.Position, SyntaxDiagnostics.MissingBrace, last, $"The {what.Noun()} is not closed.",
                "Add '}' after its last line.", "Insert '}'", new TextEdit(new TextSpan(last.End, 0), "\n}"));
        }
    }
}

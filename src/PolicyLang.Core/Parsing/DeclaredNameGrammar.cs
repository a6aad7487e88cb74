using System.Text.RegularExpressions;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Names where they are declared, and single names that say a value.</summary>
internal static class DeclaredNameGrammar
{
    public static readonly Parser<NameSyntax> Type = SingleName(Expected.Type);
    public static readonly Parser<NameSyntax> Authority = SingleName(Expected.Authority);
    public static readonly Parser<NameSyntax> Rank = SingleName(Expected.Rank);

    /// <summary>The name of a declaration; any word will do.</summary>
    public static Parser<NameSyntax> NameOf(Declared what) => input => ReadName(input, what);

    private static IResult<NameSyntax> ReadName(IInput input, Declared what)
    {
        TokenInput here = input.Tokens();
        if (Keywords.IsWord(here.Kind))
        {
            return Success(new NameSyntax(here.Reader.NameOf(here.Token), here.Token.Span), input.Advance());
        }

        if (here.Kind == TokenKind.Number && what == Declared.Clause
            && here.Next is not (TokenKind.OpenBrace or TokenKind.Text or TokenKind.CitesWord or TokenKind.EndOfIsland))
        {
            // Read the rest of "46(1)" and report the whole with its tail.
            return Success(new NameSyntax(string.Empty, here.Token.Span), input.Advance());
        }

        if (here.Kind is TokenKind.Number or TokenKind.Text)
        {
            // "transfer 46": an article number or a title in place of a name.
            string meant = here.Kind == TokenKind.Number
                ? $"Art{here.Reader.TextOf(here.Token).Replace("_", string.Empty)}"
                : string.Join(
                    "_", Regex.Split(LiteralGrammar.Unescape(here.Reader.TextOf(here.Token)), @"[^\p{L}\p{Nd}]+").Where(p => p.Length > 0));
            bool named = meant.Length > 0 && char.IsLetter(meant[0]);
            TextEdit edit = here.Kind == TokenKind.Number
                ? new TextEdit(here.Token.Span, meant)
                : new TextEdit(new TextSpan(here.Token.Start, 0), meant + " ");
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.BadName, here.Token.Span,
                here.Kind == TokenKind.Number
                    ? $"{here.Reader.Show(here.Token)} is not a valid name: a name begins with a letter."
                    : $"The {what.Noun()} has no name.",
                here.Kind == TokenKind.Number
                    ? $"Write for example '{meant}'."
                    : "Write a name before the title: a letter, then letters, digits and '_'.",
                named ? $"Write '{meant}'" : null, named ? [edit] : []);
            return Success(new NameSyntax(string.Empty, here.Token.Span), here.Kind == TokenKind.Number ? input.Advance() : input);
        }

        here.ReportMissing(
            SyntaxDiagnostics.Expected, $"The {what.Noun()} has no name.", "Write a name: a letter, then letters, digits and '_'.");
        return Success(new NameSyntax(string.Empty, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    }

    /// <summary>Passes over what is left of a name with blanks or parentheses: "transfer Art 46(1) {".</summary>
    public static void SkipTail(ref Cursor at, NameSyntax name)
    {
        TokenInput here = at.Position;
        int end = here.Position;
        Token[] tokens = here.Reader.Tokens;
        while (tokens[end].Kind is not (
            TokenKind.EndOfIsland or TokenKind.OpenBrace or TokenKind.Text or TokenKind.CitesWord or TokenKind.CloseBrace)
            && !ClauseGrammar.IsCiting(here.Reader.InputAt(end))
            && here.Reader.Text.IndexOf('\n', tokens[end - 1].End, tokens[end].Start - tokens[end - 1].End) < 0)
        {
            end++;
        }

        if (end == here.Position)
        {
            return;
        }

        TextSpan whole = name.Span.Cover(tokens[end - 1].Span);
        string written = here.Reader.Text.Substring(whole.Start, whole.Length);
        string meant = string.Join("_", Regex.Split(written, @"[^\p{L}\p{Nd}_]+").Where(p => p.Length > 0));
        meant = char.IsDigit(meant.FirstOrDefault()) ? "Art" + meant : meant;
        if (!here.Reader.IsReported(here.Position - 1))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.BadName, whole, $"'{written}' is not a valid name.",
                $"A name is one word: write for example '{meant}'.", $"Write '{meant}'", new TextEdit(whole, meant));
        }

        at.MoveTo(end);
    }

    private static Parser<NameSyntax> SingleName(Expected what) => input => ReadSingleName(input, what);

    private static IResult<NameSyntax> ReadSingleName(IInput input, Expected what)
    {
        TokenInput here = input.Tokens();
        if (here.Kind is TokenKind.Colon or TokenKind.Equal && Keywords.IsWord(here.Next))
        {
            here.ReportSuperfluous();
            return ReadSingleName(input.Advance(), what);
        }

        if (here.Kind == TokenKind.Text)
        {
            NameGrammar.ReadQuoted(here);
            return Success(new NameSyntax(LiteralGrammar.Unescape(here.Reader.TextOf(here.Token)), here.Token.Span), input.Advance());
        }

        // A property on the next line is the next property rather than this one's value.
        bool next = Keywords.StartsProperty(here.Kind) && here.StartsLine;
        if (Keywords.IsWord(here.Kind) && !next)
        {
            return Success(new NameSyntax(here.Reader.NameOf(here.Token), here.Token.Span), input.Advance());
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, $"{what.FirstWords()} is missing.", $"Write {what.Words()} here.");
        return Success(new NameSyntax(string.Empty, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    }
}

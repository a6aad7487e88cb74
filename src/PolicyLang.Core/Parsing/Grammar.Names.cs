using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The grammar of docs/language/reference.md, over tokens. Every parser is total.</summary>
internal static partial class Grammar
{
    /// <summary>Whether a token can be a name inside a list: a word that does not end the list.</summary>
    private static bool IsListName(TokenKind kind) => Keywords.IsWord(kind) && !Keywords.IsStopWord(kind);

    /// <summary>The name of a declaration; any word will do.</summary>
    private static Parser<NameSyntax> DeclaredName(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (Keywords.IsWord(here.Kind))
        {
            return Result.Success(new NameSyntax(here.Reader.TextOf(here.Token), here.Token.Span), input.Advance());
        }

        if (here.Kind is TokenKind.Number or TokenKind.Text)
        {
            // "transfer 46": an article number, or a title without a name. Words and numbers that follow belong to it.
            string meant = here.Kind == TokenKind.Number ? $"Art{here.Reader.TextOf(here.Token).Replace("_", string.Empty)}" : string.Empty;
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.BadName, here.Token.Span,
                here.Kind == TokenKind.Number ? $"{here.Reader.Show(here.Token)} is no name: a name begins with a letter." : $"The {what} has no name.",
                here.Kind == TokenKind.Number ? $"Write for example '{meant}'." : "Write a name before the title: a letter, then letters, digits and '_'.",
                here.Kind == TokenKind.Number ? $"Write '{meant}'" : null,
                here.Kind == TokenKind.Number ? [new TextEdit(here.Token.Span, meant)] : []);
            return Result.Success(new NameSyntax(string.Empty, here.Token.Span), here.Kind == TokenKind.Number ? input.Advance() : input);
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, $"The {what} has no name.", "Write a name: a letter, then letters, digits and '_'.");
        return Result.Success(new NameSyntax(string.Empty, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    /// <summary>A possibly qualified name.</summary>
    private static Parser<ReferenceSyntax> Reference(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (!IsListName(here.Kind))
        {
            here.ReportMissing(SyntaxDiagnostics.Expected, $"{what} is missing{(here.AtEnd ? string.Empty : $" before {here.Reader.Show(here.Token)}")}.", $"Write {LowerFirst(what)} here.");
            return Result.Success(new ReferenceSyntax([], new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
        }

        var parts = ImmutableArray.CreateBuilder<NameSyntax>(1);
        IInput rest = input;
        while (true)
        {
            TokenInput at = rest.Tokens();
            parts.Add(new NameSyntax(at.Reader.TextOf(at.Token), at.Token.Span));
            rest = rest.Advance();
            if (rest.Tokens().Kind != TokenKind.Dot || !Keywords.IsWord(rest.Tokens().Next))
            {
                break;
            }

            rest = rest.Advance();
        }

        TextSpan span = parts[0].Span.Cover(parts[parts.Count - 1].Span);
        return Result.Success(new ReferenceSyntax(parts.ToImmutable(), span), rest);
    };

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    /// <summary>References parted by commas and, where the word is given, by that word too.</summary>
    private static Parser<ImmutableArray<ReferenceSyntax>> List(string what, TokenKind? joiner) => input =>
    {
        var items = ImmutableArray.CreateBuilder<ReferenceSyntax>(1);
        IInput rest = input;
        while (true)
        {
            IResult<ReferenceSyntax> item = Reference(what)(rest);
            rest = item.Remainder;
            if (item.Value.IsMissing)
            {
                break;
            }

            items.Add(item.Value);
            TokenKind kind = rest.Tokens().Kind;
            if (kind == TokenKind.Comma)
            {
                rest = rest.Advance();
                rest = joiner is { } word && rest.Tokens().Kind == word ? rest.Advance() : rest;
            }
            else if (joiner is { } word && kind == word)
            {
                rest = rest.Advance();
            }
            else
            {
                break;
            }
        }

        return Result.Success(items.ToImmutable(), rest);
    };

    private static Parser<ImmutableArray<ReferenceSyntax>> Names(string what) => List(what, null);

    private static Parser<NameListSyntax> Anded(string what) => List(what, TokenKind.AndWord).Spanned((names, span) => new NameListSyntax(names, span));

    private static Parser<TextLiteralSyntax> Text =>
        from here in Here
        from token in Expect(TokenKind.Text, "A text in quotes is missing.", "Write it as \"…\".")
        select new TextLiteralSyntax(token.Length == 0 ? string.Empty : Unescape(here.Reader.TextOf(token)), token.Span);

    private static Parser<TextLiteralSyntax?> OptionalText => If(TokenKind.Text, Text);

    private static Parser<IriLiteralSyntax> Iri =>
        from here in Here
        from token in Expect(TokenKind.Iri, "An address in angle brackets is missing.", "Write it as <https://…>, without blanks.")
        select new IriLiteralSyntax(token.Length == 0 ? string.Empty : here.Reader.Text.Substring(token.Start + 1, token.Length - 2), token.Span);

    private static Parser<DateLiteralSyntax> Date =>
        from here in Here
        from token in Expect(TokenKind.Date, "A date is missing.", "Write it as YYYY-MM-DD.")
        select new DateLiteralSyntax(token.Length > 0 && CalendarDay.TryParse(here.Reader.TextOf(token), out CalendarDay day) ? day : CalendarDay.First, token.Span);

    private static Parser<NumberLiteralSyntax> Number =>
        from here in Here
        from token in Expect(TokenKind.Number, "A number is missing.", "Write a whole number.")
        select new NumberLiteralSyntax(ValueOf(here, token), token.Span);

    private static long ValueOf(TokenInput here, Token token)
    {
        if (token.Length == 0 || long.TryParse(here.Reader.TextOf(token).Replace("_", string.Empty), out long value))
        {
            return token.Length == 0 ? 0 : long.Parse(here.Reader.TextOf(token).Replace("_", string.Empty));
        }

        here.Reader.Report(here.Position, SyntaxDiagnostics.BadNumber, token.Span, $"{here.Reader.Show(token)} is out of range.", "A number lies between 0 and 9_223_372_036_854_775_807.");
        return 0;
    }

    private static string Unescape(string quoted)
    {
        int close = quoted.Length > 1 && quoted[quoted.Length - 1] is '"' or '”' or '“' or '»' or '«' ? 1 : 0;
        string inner = quoted.Substring(1, Math.Max(0, quoted.Length - 1 - close));
        return inner.IndexOf('\\') < 0 ? inner : TextEscapes.Resolve(inner);
    }
}

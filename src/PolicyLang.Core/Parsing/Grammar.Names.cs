using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The grammar of docs/language/reference/grammar.md, over tokens. Every parser is total.</summary>
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
            return Result.Success(new NameSyntax(here.Reader.NameOf(here.Token), here.Token.Span), input.Advance());
        }

        if (here.Kind == TokenKind.Number && what is "clause" && here.Next is not (TokenKind.OpenBrace or TokenKind.Text or TokenKind.CitesWord or TokenKind.EndOfIsland))
        {
            // The rest of "46(1)" is read, and the whole reported, with the tail of the name.
            return Result.Success(new NameSyntax(string.Empty, here.Token.Span), input.Advance());
        }

        if (here.Kind is TokenKind.Number or TokenKind.Text)
        {
            // "transfer 46": an article number, or a title without a name. Words and numbers that follow belong to it.
            string meant = here.Kind == TokenKind.Number
                ? $"Art{here.Reader.TextOf(here.Token).Replace("_", string.Empty)}"
                : string.Join("_", System.Text.RegularExpressions.Regex.Split(Unescape(here.Reader.TextOf(here.Token)), @"[^\p{L}\p{Nd}]+").Where(p => p.Length > 0));
            bool named = meant.Length > 0 && char.IsLetter(meant[0]);
            TextEdit edit = here.Kind == TokenKind.Number ? new TextEdit(here.Token.Span, meant) : new TextEdit(new TextSpan(here.Token.Start, 0), meant + " ");
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.BadName, here.Token.Span,
                here.Kind == TokenKind.Number ? $"{here.Reader.Show(here.Token)} is no name: a name begins with a letter." : $"The {what} has no name.",
                here.Kind == TokenKind.Number ? $"Write for example '{meant}'." : "Write a name before the title: a letter, then letters, digits and '_'.",
                named ? $"Write '{meant}'" : null, named ? [edit] : []);
            return Result.Success(new NameSyntax(string.Empty, here.Token.Span), here.Kind == TokenKind.Number ? input.Advance() : input);
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, $"The {what} has no name.", "Write a name: a letter, then letters, digits and '_'.");
        return Result.Success(new NameSyntax(string.Empty, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    /// <summary>A possibly qualified name.</summary>
    private static Parser<ReferenceSyntax> Reference(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.Number && what.StartsWith("A clause", StringComparison.Ordinal))
        {
            // "subject to 46": only the binder knows which clause that can be.
            var number = new NameSyntax(here.Reader.TextOf(here.Token), here.Token.Span);
            return Result.Success(new ReferenceSyntax([number], number.Span), input.Advance());
        }

        if (here.Kind is TokenKind.Text or TokenKind.Number)
        {
            return Result.Success(NotAName(here), input.Advance());
        }

        if (here.Kind is TokenKind.Colon or TokenKind.Equal && IsListName(here.Next))
        {
            ReportSuperfluous(here);
            return Reference(what)(input.Advance());
        }

        if (IsArticle(here) || (what == "A principle" && Phrases.Starts(here, ["lex"]) && IsListName(here.Next)))
        {
            Phrases.ReportNoise(here, 1);
            return Reference(what)(input.Advance());
        }

        bool clause = what.StartsWith("A clause", StringComparison.Ordinal);
        if (clause && here.Kind == TokenKind.Name && here.Next == TokenKind.Dot && here.Advance().Tokens().Next == TokenKind.Number)
        {
            // "Art. 46"
            var numbered = new NameSyntax(here.Reader.TextOf(here.Reader.Tokens[here.Position + 2]), Phrases.Span(here, 3));
            return Result.Success(new ReferenceSyntax([numbered], numbered.Span), Skip(3)(input).Remainder);
        }

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
            parts.Add(new NameSyntax(at.Reader.NameOf(at.Token), at.Token.Span));
            rest = rest.Advance();
            at = rest.Tokens();
            if (clause && parts.Count == 1 && at.Kind == TokenKind.Colon && Keywords.IsWord(at.Next))
            {
                Phrases.Report(at, SyntaxDiagnostics.Unexpected, 1, ".");
            }
            else if (at.Kind != TokenKind.Dot || !Keywords.IsWord(at.Next))
            {
                break;
            }

            rest = rest.Advance();
        }

        TextSpan span = parts[0].Span.Cover(parts[parts.Count - 1].Span);
        return Result.Success(new ReferenceSyntax(parts.ToImmutable(), span), rest);
    };

    // "\"JP\"" or "2" where a name belongs.
    private static ReferenceSyntax NotAName(TokenInput here)
    {
        string inner = here.Kind == TokenKind.Text ? Unescape(here.Reader.TextOf(here.Token)) : string.Empty;
        bool isName = inner.Length > 0 && char.IsLetter(inner[0]) && inner.All(c => char.IsLetterOrDigit(c) || c == '_') && IsListName(Keywords.KindOf(inner));
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.BadName, here.Token.Span, $"{here.Reader.Show(here.Token)} is no name.",
            isName ? $"Write '{inner}' without quotes." : "A name begins with a letter and stands without quotes.",
            isName ? $"Write '{inner}'" : null, isName ? [new TextEdit(here.Token.Span, inner)] : []);
        return new ReferenceSyntax([], here.Token.Span);
    }

    private static void ReportSuperfluous(TokenInput here) => here.Reader.Report(
        here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"{here.Reader.Show(here.Token)} does not belong here.", "Remove it.", "Remove it", new TextEdit(here.Token.Span, string.Empty));

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    /// <summary>References parted by commas and, where the word is given, by that word too.</summary>
    private static Parser<ImmutableArray<ReferenceSyntax>> List(string what, TokenKind? joiner) => input =>
    {
        var items = ImmutableArray.CreateBuilder<ReferenceSyntax>(1);
        IInput rest = input;
        while (true)
        {
            int found = rest.Tokens().Reader.Diagnostics.Count;
            TokenInput at = rest.Tokens();
            IResult<ReferenceSyntax> item = Reference(what)(rest);
            rest = item.Remainder;
            if (item.Value.IsMissing)
            {
                if (at.Reader.Diagnostics.Count > found && items.Count > 0 && at.Reader.Tokens[at.Position - 1] is { Kind: TokenKind.Comma } comma)
                {
                    at.Reader.MendLast("Remove the comma", new TextEdit(comma.Span, string.Empty));
                }

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
            else if (kind == TokenKind.AndWord && what is not ("A value" or "An element") && IsListName(rest.Tokens().Next))
            {
                // In conditions, "and" joins conditions; in other lists it is written for the comma.
                ReportMissingComma(rest.Tokens());
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
}

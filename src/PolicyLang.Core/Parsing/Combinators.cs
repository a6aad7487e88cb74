using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>
/// Parsers over tokens that always succeed: what is missing becomes an empty node and one diagnostic. They decide by the next token
/// or two and never go back.
/// </summary>
internal static class Combinators
{
    public static TokenInput Tokens(this IInput input) => (TokenInput)input;

    /// <summary>The current token, consumed.</summary>
    public static readonly Parser<Token> Take = input => Result.Success(input.Tokens().Token, input.Advance());

    /// <summary>The current position, nothing consumed.</summary>
    public static readonly Parser<TokenInput> Here = input => Result.Success(input.Tokens(), input);

    /// <summary>Chooses a parser by the tokens ahead.</summary>
    public static Parser<T> Look<T>(Func<TokenInput, Parser<T>> choose) => input => choose(input.Tokens())(input);

    /// <summary>What a parser reads, if the next token is of a kind; else nothing.</summary>
    public static Parser<T?> If<T>(TokenKind kind, Parser<T> parser)
        where T : class =>
        input => input.Tokens().Kind == kind ? parser(input) : Result.Success<T?>(null, input);

    /// <summary>Whether the next token is of a kind; then it is consumed.</summary>
    public static Parser<bool> Accept(TokenKind kind) =>
        input => input.Tokens().Kind == kind ? Result.Success(true, input.Advance()) : Result.Success(false, input);

    /// <summary>A token of a kind; where it is missing, a diagnostic and an empty token. <paramref name="insert"/> is the text that mends it, where that is certain.</summary>
    public static Parser<Token> Expect(TokenKind kind, string message, string help, string? insert = null) => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == kind)
        {
            return Result.Success(here.Token, input.Advance());
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, message, help, insert is null ? null : $"Insert '{insert.Trim()}'", insert);
        return Result.Success(new Token(kind, here.Reader.EndBefore(here.Position), 0), input);
    };

    /// <summary>Reports that something is missing: at the token in the way where that stands on the same line, else just after the token before.</summary>
    public static void ReportMissing(this TokenInput here, DiagnosticDescriptor descriptor, string message, string? help, string? fixTitle = null, string? insert = null)
    {
        int end = here.Reader.EndBefore(here.Position);
        bool blocked = !here.AtEnd && here.Reader.Text.IndexOfAny(['\n', '\r'], end, here.Token.Start - end) < 0;
        TextSpan span = blocked || here.Position == 0 ? here.Token.Span : here.Reader.Tokens[here.Position - 1].Span;
        TextEdit[] edits = insert is null ? [] : [new TextEdit(new TextSpan(end, 0), insert)];
        here.Reader.Report(here.Position, descriptor, span, message, help, fixTitle, edits);
    }

    /// <summary>Adds the span from the first to the last token that a parser reads.</summary>
    public static Parser<TNode> Spanned<T, TNode>(this Parser<T> parser, Func<T, TextSpan, TNode> make) => input =>
    {
        TokenInput start = input.Tokens();
        IResult<T> result = parser(input);
        TokenInput end = result.Remainder.Tokens();
        TextSpan span = end.Position == start.Position
            ? new TextSpan(start.Reader.EndBefore(start.Position), 0)
            : TextSpan.FromBounds(start.Token.Start, start.Reader.EndBefore(end.Position));
        return Result.Success(make(result.Value, span), result.Remainder);
    };

    /// <summary>Items as long as a condition on the next tokens holds; an item that reads nothing ends the list.</summary>
    public static Parser<ImmutableArray<T>> While<T>(Func<TokenInput, bool> more, Parser<T> item) => input =>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        IInput rest = input;
        while (more(rest.Tokens()))
        {
            IResult<T> result = item(rest);
            if (result.Remainder.Tokens().Position == rest.Tokens().Position)
            {
                break;
            }

            items.Add(result.Value);
            rest = result.Remainder;
        }

        return Result.Success(items.ToImmutable(), rest);
    };

    /// <summary>A parser that may call itself, not deeper than the stack bears.</summary>
    public static Parser<T> Nested<T>(Func<Parser<T>> parser, Func<TextSpan, T> tooDeep) => input =>
    {
        const int deepest = 200;
        TokenInput here = input.Tokens();
        if (here.Reader.Depth >= deepest)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.TooDeep, here.Token.Span, "This is nested too deeply to be read.", "Give inner parts a name of their own with 'define'.");
            here.Reader.SilenceEnd();
            return Result.Success(tooDeep(here.Token.Span), here.Reader.InputAt(here.Reader.Tokens.Length - 1));
        }

        here.Reader.Depth++;
        IResult<T> result = parser()(input);
        here.Reader.Depth--;
        return result;
    };
}

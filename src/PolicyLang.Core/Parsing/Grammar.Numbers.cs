using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private static Parser<NumberLiteralSyntax> Number =>
        from here in Here
        from grouped in GroupedNumber
        from token in grouped is { } whole ? Parse.Return(whole) : Expect(TokenKind.Number, "A number is missing.", "Write a whole number.")
        select new NumberLiteralSyntax(ValueOf(here, token), token.Span);

    // "10,000", "10 000", "1.5", "10k": reported as one thing.
    private static Parser<Token?> GroupedNumber => input =>
    {
        TokenInput here = input.Tokens();
        Token[] tokens = here.Reader.Tokens;
        int end = here.Position;
        while (end + 1 < tokens.Length && here.Kind == TokenKind.Number && Continues(here.Reader, end) is var step && step > 0)
        {
            end += step;
        }

        if (end == here.Position)
        {
            return NumberWord(input);
        }

        TextSpan span = Phrases.Span(here, end + 1 - here.Position);
        string[] groups = [.. tokens.Skip(here.Position).Take(end + 1 - here.Position).Where(t => t.Kind == TokenKind.Number).Select(here.Reader.TextOf)];
        bool thousands = tokens[end].Kind == TokenKind.Number && groups.Skip(1).All(g => g.Length == 3) && groups[0].Length <= 3 && tokens[here.Position + 1].Kind != TokenKind.Dot;
        string meant = string.Join("_", groups);
        if (ThousandsOf(here, end, groups) is { } spelled)
        {
            (thousands, meant) = (true, spelled);
        }

        here.Reader.Report(
            here.Position, SyntaxDiagnostics.BadNumber, span, $"'{here.Reader.Text.Substring(span.Start, span.Length)}' is no whole number of the language.",
            thousands ? $"Write '{meant}'." : "Write a whole number, with '_' between groups of digits: 10_000.",
            thousands ? $"Write '{meant}'" : null, thousands ? [new TextEdit(span, meant)] : []);
        return Result.Success<Token?>(new Token(TokenKind.Number, span.End, 0), here.Reader.InputAt(end + 1));
    };

    // "10k", "2 million": the suffixes that mean one number only.
    private static string? ThousandsOf(TokenInput here, int end, string[] groups) =>
        end != here.Position + 1 || groups.Length != 1 || groups[0].IndexOf('_') >= 0 ? null : here.Reader.TextOf(here.Reader.Tokens[end]).ToLowerInvariant() switch
        {
            "k" or "thousand" => groups[0] + "_000",
            "mn" or "million" => groups[0] + "_000_000",
            "bn" or "billion" => groups[0] + "_000_000_000",
            _ => null,
        };

    private static readonly string[] Multiples = ["thousand", "million", "billion"];

    // How many tokens go on with a number: a group after a blank, or after a comma or dot without blanks; or a suffix without a blank.
    private static int Continues(IslandReader reader, int at) => Continues(reader.Tokens, at) is > 0 and var step ? step
        : reader.Tokens[at + 1].Kind == TokenKind.Name && Array.IndexOf(Multiples, reader.TextOf(reader.Tokens[at + 1])) >= 0 ? 1 : 0;

    private static int Continues(Token[] tokens, int at) =>
        tokens[at + 1].Kind == TokenKind.Number ? 1
        : tokens[at + 1].Start != tokens[at].End ? 0
        : tokens[at + 1].Kind == TokenKind.Name ? 1
        : tokens[at + 1].Kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Unknown && at + 2 < tokens.Length && tokens[at + 2].Kind == TokenKind.Number && tokens[at + 2].Start == tokens[at + 1].End ? 2
        : 0;

    private static long ValueOf(TokenInput here, Token token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        string digits = string.Concat(here.Reader.TextOf(token).Split(Lexer.Apostrophes)).Replace("_", string.Empty);
        if (!long.TryParse(digits, out long value))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.BadNumber, token.Span, $"{here.Reader.Show(token)} is out of range.", "A number lies between 0 and 9_223_372_036_854_775_807.");
        }

        return value;
    }

    private static readonly string[] NumberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static bool IsNumberWord(TokenInput here) => here.Kind == TokenKind.Name && Array.IndexOf(NumberWords, here.Reader.TextOf(here.Token).ToLowerInvariant()) >= 0;

    private static IResult<Token?> NumberWord(IInput input)
    {
        TokenInput here = input.Tokens();
        int value = here.Kind == TokenKind.Name ? Array.IndexOf(NumberWords, here.Reader.TextOf(here.Token).ToLowerInvariant()) : -1;
        if (value < 0)
        {
            return Result.Success<Token?>(null, input);
        }

        Phrases.Report(here, SyntaxDiagnostics.BadNumber, 1, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Result.Success<Token?>(new Token(TokenKind.Number, here.Token.End, 0), input.Advance());
    }
}

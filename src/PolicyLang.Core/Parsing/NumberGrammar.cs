using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Whole numbers, also as sentences write them.</summary>
internal static class NumberGrammar
{
    public static readonly Parser<NumberLiteralSyntax> Number = input =>
    {
        TokenInput here = input.Tokens();
        var at = new Cursor(input);
        Token token = ReadGrouped(ref at) ?? ReadSpelled(ref at)
            ?? at.Expect(TokenKind.Number, "A number is missing.", "Write a whole number.");
        return at.Success(new NumberLiteralSyntax(ValueOf(here, token), token.Span));
    };

    private static readonly string[] Multiples = ["thousand", "million", "billion"];

    private static readonly string[] NumberWords =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The number that a word spells; -1 where it spells none.</summary>
    private static int ValueOfWord(TokenInput here) =>
        here.Kind == TokenKind.Name && here.Token.Length <= 6
            ? Array.IndexOf(NumberWords, here.Reader.TextOf(here.Token).ToLowerInvariant())
            : -1;

    public static bool IsNumberWord(TokenInput here) => ValueOfWord(here) >= 0;

    /// <summary>Whether a number stands twice: "three (3)".</summary>
    public static bool IsSpelledTwice(TokenInput here) =>
        IsNumberWord(here) && here.Next == TokenKind.OpenParenthesis && here.Position + 3 < here.Reader.Tokens.Length
        && here.Reader.Tokens[here.Position + 2] is { Kind: TokenKind.Number } number
            && here.Reader.Tokens[here.Position + 3].Kind == TokenKind.CloseParenthesis
        && here.Reader.TextOf(number) == ValueOfWord(here).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // "10,000", "10 000", "1.5", "10k": reported as one thing.
    private static Token? ReadGrouped(ref Cursor at)
    {
        TokenInput here = at.Position;
        Token[] tokens = here.Reader.Tokens;
        int end = here.Position;
        while (end + 1 < tokens.Length && here.Kind == TokenKind.Number && Continues(here.Reader, end) is var step && step > 0)
        {
            end += step;
        }

        if (end == here.Position)
        {
            return null;
        }

        TextSpan span = Phrases.Span(here, end + 1 - here.Position);
        string[] groups =
            [.. tokens.Skip(here.Position).Take(end + 1 - here.Position).Where(t => t.Kind == TokenKind.Number).Select(here.Reader.TextOf)];
        bool thousands = tokens[end].Kind == TokenKind.Number && groups.Skip(1).All(g => g.Length == 3) && groups[0].Length <= 3
            && tokens[here.Position + 1].Kind != TokenKind.Dot;
        string meant = string.Join("_", groups);
        if (ThousandsOf(here, end, groups) is { } spelled)
        {
            (thousands, meant) = (true, spelled);
        }

        bool isDecimal = !thousands && groups.Length == 2 && tokens[here.Position + 1].Kind == TokenKind.Dot;
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.BadNumber, span,
                $"'{here.Reader.Text.Substring(span.Start, span.Length)}' is not a whole number.",
            thousands
                ? $"Write '{meant}'."
                : isDecimal ? $"Count in a smaller unit, as {string.Concat(groups)} for '{string.Join(".", groups)}', and say which in "
                + "the title of the attribute." : "Write a whole number, with '_' between groups of digits: 10_000.",
            thousands ? $"Write '{meant}'" : null, thousands ? [new TextEdit(span, meant)] : []);
        at.MoveTo(end + 1);
        return new Token(TokenKind.Number, span.End, 0);
    }

    // "10k", "2 million": the suffixes that mean one number only.
    private static string? ThousandsOf(TokenInput here, int end, string[] groups) =>
        end != here.Position + 1 || groups.Length != 1 || groups[0].IndexOf('_') >= 0
            ? null
            : here.Reader.TextOf(here.Reader.Tokens[end]).ToLowerInvariant() switch
        {
            "k" or "thousand" => groups[0] + "_000",
            "mn" or "million" => groups[0] + "_000_000",
            "bn" or "billion" => groups[0] + "_000_000_000",
            _ => null,
        };

    // How many tokens continue a number: groups after a separator, or a suffix.
    private static int Continues(ParseContext reader, int at) => Continues(reader.Tokens, at) is > 0 and var step ? step
        : reader.Tokens[at + 1].Kind == TokenKind.Name && Array.IndexOf(Multiples, reader.TextOf(reader.Tokens[at + 1])) >= 0 ? 1 : 0;

    private static int Continues(Token[] tokens, int at) =>
        tokens[at + 1].Kind == TokenKind.Number ? 1
        : tokens[at + 1].Start != tokens[at].End ? 0
        : tokens[at + 1].Kind == TokenKind.Name ? 1
        : tokens[at + 1].Kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Unknown && at + 2 < tokens.Length
            && tokens[at + 2].Kind == TokenKind.Number && tokens[at + 2].Start == tokens[at + 1].End ? 2
        : 0;

    private static long ValueOf(TokenInput here, Token token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        string digits = string.Concat(here.Reader.TextOf(token).Split(NumberLexer.Apostrophes)).Replace("_", string.Empty);
        if (!long.TryParse(digits, out long value))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.BadNumber, token.Span, $"{here.Reader.Show(token)} is out of range.",
                "A number lies between 0 and 9_223_372_036_854_775_807.");
        }

        return value;
    }

    private static Token? ReadSpelled(ref Cursor at)
    {
        int value = ValueOfWord(at.Position);
        if (value < 0)
        {
            return null;
        }

        Phrases.Report(at.Position, SyntaxDiagnostics.BadNumber, 1, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new Token(TokenKind.Number, at.Take().End, 0);
    }
}

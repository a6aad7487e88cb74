using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private static Parser<TextLiteralSyntax> Text =>
        from here in Here
        from token in here.Kind == TokenKind.Name ? UnquotedText : Expect(TokenKind.Text, "A text in quotes is missing.", "Write it as \"…\".")
        select new TextLiteralSyntax(token.Length == 0 ? string.Empty : Unescape(here.Reader.TextOf(token)), token.Span);

    private static Parser<TextLiteralSyntax?> OptionalText => If(TokenKind.Text, Text);

    private static Parser<IriLiteralSyntax> Iri =>
        from here in Here
        from token in IsAddress(here) ? UnquotedIri : Expect(TokenKind.Iri, "An address in angle brackets is missing.", "Write it as <https://…>, without blanks.")
        select new IriLiteralSyntax(token.Length == 0 ? string.Empty : here.Reader.Text.Substring(token.Start + 1, token.Length - 2), token.Span);

    private static Parser<DateLiteralSyntax> Date =>
        from here in Here
        from worded in WordedDate
        from date in worded is not null ? Parse.Return(worded) : Expect(TokenKind.Date, "A date is missing.", "Write it as YYYY-MM-DD.")
            .Select(token => new DateLiteralSyntax(token.Length > 0 && CalendarDay.TryParse(here.Reader.TextOf(token), out CalendarDay day) ? day : CalendarDay.First, token.Span))
        select date;

    // "citation Act 12/2024": the rest of the line is the text.
    private static Parser<Token> UnquotedText => input =>
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

        IInput rest = input;
        while (certain && !rest.Tokens().AtEnd && rest.Tokens().Token.Start < end)
        {
            rest = rest.Advance();
        }

        return Result.Success(new Token(TokenKind.Text, here.Reader.EndBefore(here.Position), 0), rest);
    };

    private static bool IsAddress(TokenInput here) =>
        (here.Kind == TokenKind.Text && Unescape(here.Reader.TextOf(here.Token)).Contains("://"))
        || (here.Kind == TokenKind.Name && string.CompareOrdinal(here.Reader.Text, here.Token.End, "://", 0, 3) == 0);

    // "source https://example.org": what follows the colon is a comment to the lexer.
    private static Parser<Token> UnquotedIri => input =>
    {
        TokenInput here = input.Tokens();
        int end = here.Token.Start;
        while (end < here.Reader.Text.Length && !char.IsWhiteSpace(here.Reader.Text[end]))
        {
            end++;
        }

        TextSpan span = here.Kind == TokenKind.Text ? here.Token.Span : TextSpan.FromBounds(here.Token.Start, end);
        string address = here.Reader.Text.Substring(span.Start, span.Length).Trim('"');
        here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, "An address stands in angle brackets.", $"Write '<{address}>'.", $"Write '<{address}>'", new TextEdit(span, $"<{address}>"));
        IInput rest = input;
        while (!rest.Tokens().AtEnd && rest.Tokens().Token.Start < span.End)
        {
            rest = rest.Advance();
        }

        return Result.Success(new Token(TokenKind.Iri, span.End, 0), rest);
    };

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOfAny(['\n', '\r'], start);
        return end < 0 ? text.Length : end;
    }

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // "25 May 2018", "May 25, 2018" and "2018-05-25" in quotes.
    private static Parser<DateLiteralSyntax?> WordedDate => input =>
    {
        TokenInput here = input.Tokens();
        (int count, string? meant) = here.Kind == TokenKind.Text ? (1, Unescape(here.Reader.TextOf(here.Token)))
            : here.Kind == TokenKind.Number && DateOfNumber(here) is { } day ? (1, day)
            : DateWords(here);
        if (meant is null || !CalendarDay.TryParse(meant, out CalendarDay read))
        {
            return Result.Success<DateLiteralSyntax?>(null, input);
        }

        Phrases.Report(here, SyntaxDiagnostics.BadDate, count, meant);
        return Result.Success<DateLiteralSyntax?>(new DateLiteralSyntax(read, Phrases.Span(here, count)), here.Reader.InputAt(here.Position + count));
    };

    // "from 2018" is from the year's first day, "until 2018" up to its last; "20180525" is a day without its hyphens.
    private static string? DateOfNumber(TokenInput here)
    {
        string digits = here.Reader.TextOf(here.Token);
        TokenKind before = here.Position == 0 ? TokenKind.EndOfIsland : here.Reader.Tokens[here.Position - 1].Kind;
        return digits.Length == 8 ? $"{digits.Substring(0, 4)}-{digits.Substring(4, 2)}-{digits.Substring(6)}"
            : digits.Length != 4 || digits[0] is not ('1' or '2') ? null
            : before is TokenKind.FromWord or TokenKind.SinceWord ? digits + "-01-01"
            : before == TokenKind.UntilWord ? digits + "-12-31"
            : null;
    }

    private static readonly string[] DateNoise = ["st", "nd", "rd", "th", "of", "the", ","];

    // A day, the name of a month and a year on one line, in either order; or a month and a year alone.
    private static (int Count, string? Iso) DateWords(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        string? day = null, year = null;
        int month = -1;
        int at = here.Position;
        for (; at < tokens.Length - 1 && year is null; at++)
        {
            string word = here.Reader.TextOf(tokens[at]);
            int named = word.Length < 3 ? -1 : Array.FindIndex(Months, m => m.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (tokens[at].Kind == TokenKind.Number && word.Length <= 2 && day is null)
            {
                day = word;
            }
            else if (tokens[at].Kind == TokenKind.Number && word.Length == 4 && month >= 0)
            {
                year = word;
            }
            else if (named >= 0 && month < 0)
            {
                month = named;
            }
            else if (Array.IndexOf(DateNoise, word) < 0)
            {
                return (0, null);
            }
        }

        return year is null ? (0, null) : (at - here.Position, $"{year}-{month + 1:D2}-{(day ?? DayOfMonth(here, year, month + 1))?.PadLeft(2, '0')}");
    }

    // "from May 2018" is from its first day, "until May 2018" up to its last.
    private static string? DayOfMonth(TokenInput here, string year, int month) => here.Position == 0 ? null : here.Reader.Tokens[here.Position - 1].Kind switch
    {
        TokenKind.FromWord or TokenKind.SinceWord => "1",
        TokenKind.UntilWord => DateTime.DaysInMonth(int.Parse(year), month).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Unescape(string quoted)
    {
        int close = quoted.Length > 1 && quoted[quoted.Length - 1] is '"' or '”' or '“' or '»' or '«' or '\'' or '’' ? 1 : 0;
        string inner = quoted.Substring(1, Math.Max(0, quoted.Length - 1 - close));
        return inner.IndexOf('\\') < 0 ? inner : TextEscapes.Resolve(inner);
    }
}

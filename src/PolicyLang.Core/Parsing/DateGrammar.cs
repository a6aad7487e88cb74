using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Days, also as sentences word them.</summary>
internal static class DateGrammar
{
    public static readonly Parser<DateLiteralSyntax> Date = input =>
    {
        if (ReadWorded(input.Tokens()) is { } worded)
        {
            return worded;
        }

        var at = new Cursor(input);
        ParseContext reader = at.Reader;
        Token token = at.Expect(TokenKind.Date, "A date is missing.", "Write it as YYYY-MM-DD.");
        return at.Success(new DateLiteralSyntax(
            token.Length > 0 && CalendarDay.TryParse(reader.TextOf(token), out CalendarDay day) ? day : CalendarDay.First, token.Span));
    };

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] DateNoise = ["st", "nd", "rd", "th", "of", "the", ","];

    /// <summary>A first day after "since", or after what is written for it; a day alone wants the word.</summary>
    public static DateLiteralSyntax ReadSince(ref Cursor at)
    {
        if (at.Kind == TokenKind.Date)
        {
            at.Expect(TokenKind.SinceWord, "'since' is missing before the day.", "Write 'since'.", " since");
        }
        else if (!at.Accept(TokenKind.SinceWord))
        {
            at.Replace("since");
        }

        return at.Read(Date);
    }

    /// <summary>An optional last day, also after what drafters write for "until".</summary>
    public static DateLiteralSyntax? ReadUntil(ref Cursor at)
    {
        if (at.Position.Next == TokenKind.Date && (at.Kind == TokenKind.ToWord || LinkWordings.Until.Has(at.Position)))
        {
            at.Replace("until");
            return at.Read(Date);
        }

        return at.ReadAfter(TokenKind.UntilWord, Date);
    }

    // "25 May 2018", "May 25, 2018" and "2018-05-25" in quotes.
    private static IResult<DateLiteralSyntax>? ReadWorded(TokenInput here)
    {
        if (here.Kind == TokenKind.Date)
        {
            return null;
        }

        (int count, string? meant) = here.Kind == TokenKind.Text ? (1, LiteralGrammar.Unescape(here.Reader.TextOf(here.Token)))
            : here.Kind == TokenKind.Number && DateOfNumber(here) is { } day ? (1, day)
            : DateWords(here);
        if (meant is null || !CalendarDay.TryParse(meant, out CalendarDay read))
        {
            return null;
        }

        Phrases.Report(here, SyntaxDiagnostics.BadDate, count, meant);
        return Success(new DateLiteralSyntax(read, Phrases.Span(here, count)), here.Skip(count));
    }

    // "from 2018" means its first day, "until 2018" its last; "20180525" lacks hyphens.
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

    // A day, month name and year in either order, or a month and year alone.
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

        return year is null
            ? (0, null)
            : (at - here.Position, $"{year}-{month + 1:D2}-{(day ?? DayOfMonth(here, year, month + 1))?.PadLeft(2, '0')}");
    }

    // "from May 2018" is from its first day, "until May 2018" up to its last.
    private static string? DayOfMonth(TokenInput here, string year, int month) =>
        here.Position == 0 ? null : here.Reader.Tokens[here.Position - 1].Kind switch
    {
        TokenKind.FromWord or TokenKind.SinceWord => "1",
        TokenKind.UntilWord => DateTime.DaysInMonth(int.Parse(year), month).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}

using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Lengths of time: "72 hours of data_breach".</summary>
internal static class DurationGrammar
{
    private static readonly string[] UnitWords = ["hours", "days", "weeks", "months", "years"];

    private const string AllUnits = "the units are hours, days, weeks, months, years and working days";

    public static readonly Parser<DurationSyntax> Duration = input =>
    {
        var at = new Cursor(input);
        NumberLiteralSyntax number = ReadNumber(ref at);
        if (NoiseWordings.BeforeUnit.Has(at.Position))
        {
            at.PassNoise(1);
        }

        // After "3d" the unit has been read.
        bool read = at.Reader.Tokens[Math.Max(0, at.Position.Position - 1)] is { Kind: TokenKind.Name, Length: 1 };
        DurationUnit unit = read ? DurationUnit.Hours : ReadUnit(ref at);
        ReferenceSyntax? anchor;
        if (LinkWordings.EventOf.Has(at.Position) || IsEventAfterFrom(at.Position))
        {
            at.Replace("of");
            anchor = at.Read(NameGrammar.Event);
        }
        else
        {
            anchor = at.ReadAfter(TokenKind.OfWord, NameGrammar.Event);
        }

        return at.Success(new DurationSyntax(number.Value, unit, anchor, at.Span));
    };

    private static NumberLiteralSyntax ReadNumber(ref Cursor at)
    {
        TokenInput here = at.Position;
        if (NumberGrammar.IsSpelledTwice(here))
        {
            return new NumberLiteralSyntax(1, at.Reword(4, here.Reader.TextOf(here.Reader.Tokens[here.Position + 2])).Span);
        }

        return ShortUnit(here) is { } unit
            ? new NumberLiteralSyntax(1, at.Reword(2, $"{here.Reader.TextOf(here.Token)} {unit}").Span)
            : at.Read(NumberGrammar.Number);
    }

    // "72h", "3d"
    private static string? ShortUnit(TokenInput here) =>
        here.Kind == TokenKind.Number && here.Next == TokenKind.Name && here.Reader.Tokens[here.Position + 1] is { Length: 1 } unit
            && unit.Start == here.Token.End
            ? here.Reader.TextOf(unit).ToLowerInvariant() switch { "h" => "hours", "d" => "days", "w" => "weeks", _ => null }
            : null;

    // "3 days from data_breach": events are flags and begin with a small letter.
    private static bool IsEventAfterFrom(TokenInput here) =>
        here.Kind == TokenKind.FromWord && here.Next == TokenKind.Name
            && char.IsLower(here.Reader.Text[here.Reader.Tokens[here.Position + 1].Start])
            && here.Reader.Tokens[here.Position + 1].Length > 3;

    private static DurationUnit ReadUnit(ref Cursor at)
    {
        TokenInput here = at.Position;
        DurationUnit? unit = here.Kind switch
        {
            TokenKind.HoursWord => DurationUnit.Hours,
            TokenKind.DaysWord => DurationUnit.Days,
            TokenKind.WeeksWord => DurationUnit.Weeks,
            TokenKind.MonthsWord => DurationUnit.Months,
            TokenKind.YearsWord => DurationUnit.Years,
            TokenKind.WorkingWord when here.Next == TokenKind.DaysWord => DurationUnit.WorkingDays,
            _ => null,
        };
        if (unit is { } known)
        {
            at.Skip(known == DurationUnit.WorkingDays ? 2 : 1);
            return known;
        }

        string word = here.Kind == TokenKind.Name ? here.Reader.TextOf(here.Token) : string.Empty;
        if (InUnit(here) is var (words, converted))
        {
            TextSpan written = Phrases.Span(here, words);
            TextSpan both = here.Reader.Tokens[here.Position - 1].Span.Cover(written);
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, written,
                $"'{here.Reader.Text.Substring(written.Start, written.Length)}' is not a unit of time; {AllUnits}.",
                $"Write '{converted}'.", $"Write '{converted}'", new TextEdit(both, converted));
            at.Skip(words);
            return DurationUnit.Days;
        }

        if (word.Length == 0 || NearestName.Find(word, UnitWords) is not { } meant)
        {
            here.ReportMissing(SyntaxDiagnostics.Expected, "The unit of time is missing.",
                "Write 'hours', 'days', 'weeks', 'months', 'years' or 'working days' after the number.");
            if (word.Length > 0)
            {
                at.Take();
            }

            return DurationUnit.Days;
        }

        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"'{word}' is not a unit of time; {AllUnits}.",
            $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(here.Token.Span, meant));
        at.Take();
        return DurationUnit.Days;
    }

    // "2 quarters" in a unit of the language: "6 months".
    private static (int Words, string Meant)? InUnit(TokenInput here) =>
        UnitWordings.Units.Find(here) is { } other && here.Position > 0
            && here.Reader.Tokens[here.Position - 1] is { Kind: TokenKind.Number } number
        && long.TryParse(here.Reader.TextOf(number), out long many) && many < 1000
            ? (other.Count, $"{many * other.Value.Number} {other.Value.Unit}")
            : null;
}

using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Reads numbers and dates, and the forms in which people write them.</summary>
internal static class NumberLexer
{
    /// <summary>Apostrophes between groups of digits.</summary>
    public static readonly char[] Apostrophes = ['\'', '\u2019'];

    /// <summary>Reads a number or a date.</summary>
    public static void Read(ScannedText source, int start)
    {
        if (TryReadDate(source, start))
        {
            return;
        }

        int end = start;
        while (end < source.Length && (char.IsDigit(source[end]) || source[end] == '_' || IsGroupMark(source, start, end)))
        {
            end++;
        }

        string number = source.Content.Substring(start, end - start);
        if (number.IndexOfAny(Apostrophes) >= 0)
        {
            string meant = string.Join("_", number.Split(Apostrophes));
            source.Report(
                SyntaxDiagnostics.BadNumber, start, number.Length, $"'{number}' is not a whole number.", $"Write '{meant}'.", meant);
        }

        source.Add(TokenKind.Number, start, end - start);
    }

    // Word processors make dashes of hyphens.
    private static readonly char[] DateMarks = ['-', '/', '.', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'];

    private static bool IsDateMark(char c) => Array.IndexOf(DateMarks, c) >= 0;

    // ISO dates, and the forms that people write instead: 05/25/2018, 25.05.2018, 2018/05/25.
    private static bool TryReadDate(ScannedText source, int start)
    {
        // The longest recognised form has twelve characters; longer runs are no dates.
        int end = start;
        while (end < source.Length && end - start <= 12 && (source[end] is >= '0' and <= '9' || IsDateMark(source[end])))
        {
            end++;
        }

        while (end > start && IsDateMark(source[end - 1]))
        {
            end--;
        }

        string text = source.Content.Substring(start, end - start);
        string[] parts = text.Split(DateMarks);
        if (parts.Length != 3 || parts.Any(p => p.Length is 0 or > 4))
        {
            return false;
        }

        int time = TimeAfter(source, start + text.Length);
        source.Add(TokenKind.Date, start, text.Length + time);
        if (time > 0 && CalendarDay.TryParse(text, out _))
        {
            source.Report(SyntaxDiagnostics.BadDate, start, text.Length + time, "A date has no time of day.", $"Write '{text}'.", text);
            return true;
        }

        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
        {
            if (!CalendarDay.TryParse(text, out _))
            {
                string swapped = $"{parts[0]}-{parts[2]}-{parts[1]}";
                source.Report(
                    SyntaxDiagnostics.BadDate, start, text.Length, $"There is no day {text}.",
                        "Write a day that the calendar has, as YYYY-MM-DD.",
                    CalendarDay.TryParse(swapped, out _) ? swapped : null);
            }

            return true;
        }

        string? meant = Reinterpret(parts, text);
        source.Report(
            SyntaxDiagnostics.BadDate,
            start,
            text.Length,
            $"'{text}' is a date in another form.",
            meant is null ? "Write the year, the month and the day as YYYY-MM-DD." : $"Write '{meant}' (year, month, day).",
            meant);
        return true;
    }

    // "T00:00:00Z"
    private static int TimeAfter(ScannedText source, int at)
    {
        int end = at + 1;
        while (end < source.Length && (source[end] is >= '0' and <= '9' or ':' or '.' or '+' || (source[end] == 'Z' && end > at + 2)))
        {
            end++;
        }

        return at < source.Length && source[at] == 'T' && end > at + 2 ? end - at : 0;
    }

    private static string? Reinterpret(string[] parts, string text)
    {
        (string year, string month, string day) = parts[0].Length == 4 ? (parts[0], parts[1], parts[2])
            : int.Parse(parts[0]) <= 12 && (IndexOfAny(text) == '/' || int.Parse(parts[1]) > 12) ? (parts[2], parts[0], parts[1])
            : (parts[2], parts[1], parts[0]);
        string iso = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return CalendarDay.TryParse(iso, out _) ? iso : null;
    }

    private static char IndexOfAny(string text) => text.First(IsDateMark);

    // "10'000": an apostrophe between groups of digits.
    private static bool IsGroupMark(ScannedText source, int start, int at) =>
        Array.IndexOf(Apostrophes, source[at]) >= 0 && at > start && char.IsDigit(source[at - 1]) && at + 1 < source.Length
            && char.IsDigit(source[at + 1]);
}

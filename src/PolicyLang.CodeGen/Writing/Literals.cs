using System.Globalization;
using System.Text;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.CodeGen.Writing;

/// <summary>Values as C# writes them.</summary>
internal static class Literals
{
    public static string Text(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u0085' or '\u2028' or '\u2029' => Escaped(c),
                _ => char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format
                    ? Escaped(c)
                    : c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(long value) => value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture);

    public static string Periods(IEnumerable<DayRange> periods) =>
        "[" + string.Join(", ", periods.Select(p => $"new({Day(p.From)}, {(p.Until == CalendarDay.Last ? "null" : Day(p.Until))})")) + "]";

    public static string Position(Location location) =>
        $"new({Text(location.File)}, {Number(location.Start.Line + 1)}, {Number(location.Start.Character + 1)})";

    public static string Day(CalendarDay day)
    {
        var date = new DateTime(day.Number * TimeSpan.TicksPerDay);
        return $"new DateOnly({Number(date.Year)}, {Number(date.Month)}, {Number(date.Day)})";
    }

    private static string Escaped(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}

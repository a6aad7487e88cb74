using System.Globalization;
using PolicyLang.Cli.Inputs;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>A length of days on the command line: 90d, 12w, 6m, 1y.</summary>
internal static class DayLength
{
    /// <summary>The days from one on, as many as a length says.</summary>
    /// <exception cref="InputException">The text is no length.</exception>
    public static DayRange Window(string text, CalendarDay from)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0
            || "dwmy".IndexOf(text[^1], StringComparison.Ordinal) < 0)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadFact, $"'{text}' is no length of days.", "Write a number with d, w, m or y: 90d, 12w, 6m, 1y."));
        }

        DateTime first = DateTime.MinValue.AddDays(from.Number);
        try
        {
            DateTime end = text[^1] switch
            {
                'd' => first.AddDays(count),
                'w' => first.AddDays(7L * count),
                'm' => first.AddMonths(count),
                _ => first.AddYears(count),
            };
            return new DayRange(from, new CalendarDay((int)(end.Ticks / TimeSpan.TicksPerDay)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return new DayRange(from, CalendarDay.Last);
        }
    }
}

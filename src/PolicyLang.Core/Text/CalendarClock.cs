using System.Collections.Concurrent;

namespace PolicyLang.Text;

/// <summary>Counts months and working days between two days as lawyers do. Source: Regulation (EEC, Euratom) 1182/71, Art. 3.</summary>
internal static class CalendarClock
{
    private const int FirstYear = 2000;
    private const int MonthsOfRound = 400 * 12;

    private static readonly int[] StartDays = [1, 29, 30, 31];

    // The first day of each month of a round, and of the one after it.
    private static readonly long[] MonthStarts =
        [.. Enumerable.Range(0, MonthsOfRound + 1).Select(m => (long)FromDate(new DateTime(FirstYear + (m / 12), (m % 12) + 1, 1)).Number)];
    private static readonly ConcurrentDictionary<long, (long Fewest, long Most)> Known = new();

    /// <summary>The day that is so many months after another: of the same number, or the last one of a month that has none.</summary>
    /// <param name="day">The first day.</param>
    /// <param name="months">How many months; not negative.</param>
    /// <returns>Null beyond the end of the calendar.</returns>
    public static CalendarDay? AddMonths(CalendarDay day, long months)
    {
        DateTime date = ToDate(day);
        long index = (date.Year * 12L) + date.Month - 1 + months;
        if (index / 12 > 9999)
        {
            return null;
        }

        int year = (int)(index / 12);
        int month = (int)(index % 12) + 1;
        return FromDate(new DateTime(year, month, Math.Min(date.Day, DateTime.DaysInMonth(year, month))));
    }

    /// <summary>The calendar clock on a day: 2n exactly n months after the event, 2n − 1 between n − 1 and n.</summary>
    /// <param name="started">The day of the event.</param>
    /// <param name="day">The day; not before it.</param>
    public static long Months(CalendarDay started, CalendarDay day)
    {
        DateTime from = ToDate(started);
        DateTime to = ToDate(day);
        long months = ((to.Year - from.Year) * 12L) + to.Month - from.Month;
        while (months > 0 && !(AddMonths(started, months) is { } reached && reached <= day))
        {
            months--;
        }

        return AddMonths(started, months) == day ? months * 2 : (months * 2) + 1;
    }

    /// <summary>The clock of working days, Monday to Friday: 2n on the n-th one after the event, 2n + 1 on days off after it.</summary>
    /// <param name="started">The day of the event.</param>
    /// <param name="day">The day; not before it.</param>
    public static long WorkingDays(CalendarDay started, CalendarDay day)
    {
        long days = day.Number - started.Number;
        long working = days / 7 * 5;
        for (int rest = 1; rest <= days % 7; rest++)
        {
            working += IsWorkingDay(started.Number + rest) ? 1 : 0;
        }

        return days == 0 || IsWorkingDay(day.Number) ? working * 2 : (working * 2) + 1;
    }

    /// <summary>The fewest and the most days between an event and a day on which the calendar clock has a value, anywhere in the
    /// calendar.</summary>
    /// <param name="value">The value of the clock.</param>
    public static (long Fewest, long Most) DaysBetween(long value) => Known.GetOrAdd(value, Measure);

    // The calendar repeats after 400 years; up to the 28th all months are alike.
    private static (long Fewest, long Most) Measure(long value)
    {
        (long fewest, long most) = (long.MaxValue, 0);
        for (int month = 0; month < MonthsOfRound; month++)
        {
            foreach (int day in StartDays)
            {
                if (day <= DaysIn(month))
                {
                    (long first, long last) = Bounds(month, day, value);
                    (fewest, most) = (Math.Min(fewest, first), Math.Max(most, last));
                }
            }
        }

        return (fewest, most);
    }

    private static (long First, long Last) Bounds(int month, int day, long value)
    {
        long started = DayAfter(month, day, 0);
        long months = (value + 1) / 2;
        long exact = DayAfter(month, day, months) - started;
        return value % 2 == 0 ? (exact, exact) : (DayAfter(month, day, months - 1) - started + 1, exact - 1);
    }

    // AddMonths by tables; the last day beyond the calendar.
    private static long DayAfter(int month, int day, long months)
    {
        long index = month + months;
        int inRound = (int)(index % MonthsOfRound);
        return index / 12 > 9999 - FirstYear ? CalendarDay.Last.Number
            : MonthStarts[0] + (index / MonthsOfRound * (MonthStarts[MonthsOfRound] - MonthStarts[0]))
                + MonthStarts[inRound] - MonthStarts[0] + Math.Min(day, DaysIn(inRound)) - 1;
    }

    private static long DaysIn(int month) => MonthStarts[month + 1] - MonthStarts[month];

    // 0001-01-01 was a Monday.
    private static bool IsWorkingDay(long day) => day % 7 < 5;

    private static DateTime ToDate(CalendarDay day) => new DateTime(1, 1, 1).AddDays(day.Number);

    private static CalendarDay FromDate(DateTime date) => new((int)(date - new DateTime(1, 1, 1)).TotalDays);
}

using PolicyLang.Text;

namespace PolicyLang.Tests.Decisions;

/// <summary>Months and working days as lawyers count them.</summary>
public sealed class CalendarClockTests
{
    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2024-07-01", 1, "2024-08-01")]
    [InlineData("2022-10-01", 24, "2024-10-01")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-08-31", 18, "2026-02-28")]
    [InlineData("2024-05-15", 0, "2024-05-15")]
    public void The_day_some_months_on(string day, int months, string expected) => Assert.Equal(Day(expected), CalendarClock.AddMonths(Day(day), months));

    [Fact]
    public void The_calendar_ends() => Assert.Null(CalendarClock.AddMonths(Day("9999-12-01"), 1));

    // Twice the months; odd between two.
    [Theory]
    [InlineData("2024-01-31", "2024-01-31", 0)]
    [InlineData("2024-01-31", "2024-02-01", 1)]
    [InlineData("2024-01-31", "2024-02-28", 1)]
    [InlineData("2024-01-31", "2024-02-29", 2)]
    [InlineData("2024-01-31", "2024-03-01", 3)]
    [InlineData("2022-10-01", "2024-09-21", 47)]
    [InlineData("2022-10-01", "2024-10-01", 48)]
    [InlineData("2022-10-01", "2024-10-02", 49)]
    public void The_calendar_clock(string since, string day, long expected) => Assert.Equal(expected, CalendarClock.Months(Day(since), Day(day)));

    // 2024-03-01 was a Friday.
    [Theory]
    [InlineData("2024-03-01", "2024-03-01", 0)]
    [InlineData("2024-03-01", "2024-03-02", 1)]
    [InlineData("2024-03-01", "2024-03-03", 1)]
    [InlineData("2024-03-01", "2024-03-04", 2)]
    [InlineData("2024-03-01", "2024-03-08", 10)]
    [InlineData("2024-03-01", "2024-03-09", 11)]
    [InlineData("2024-03-02", "2024-03-04", 2)]
    [InlineData("2024-03-01", "2024-03-15", 20)]
    public void The_clock_of_working_days(string since, string day, long expected) => Assert.Equal(expected, CalendarClock.WorkingDays(Day(since), Day(day)));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 30)]
    [InlineData(2, 28, 31)]
    [InlineData(3, 29, 61)]
    [InlineData(24, 365, 366)]
    [InlineData(48, 730, 731)]
    [InlineData(2400, 36524, 36525)]
    public void How_many_days_a_clock_may_stand_for(long value, long fewest, long most) => Assert.Equal((fewest, most), CalendarClock.DaysBetween(value));

    // Up to values beyond the end of the calendar.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(1999)]
    [InlineData(9600)]
    [InlineData(9601)]
    [InlineData(9602)]
    [InlineData(182_000)]
    [InlineData(182_401)]
    [InlineData(190_000)]
    [InlineData(200_001)]
    public void The_fewest_and_most_days_are_those_of_all_days_of_400_years(long value)
    {
        int first = Day("2000-01-01").Number;
        (long fewest, long most) = (long.MaxValue, 0);
        for (int day = first; day < first + 146_097; day++)
        {
            var started = new CalendarDay(day);
            long last = (CalendarClock.AddMonths(started, (value + 1) / 2) ?? CalendarDay.Last).Number - day;
            long before = (CalendarClock.AddMonths(started, (value - 1) / 2) ?? CalendarDay.Last).Number - day;
            fewest = Math.Min(fewest, value % 2 == 0 ? last : before + 1);
            most = Math.Max(most, value % 2 == 0 ? last : last - 1);
        }

        Assert.Equal((fewest, most), CalendarClock.DaysBetween(value));
    }

    private static CalendarDay Day(string text) => CalendarDay.TryParse(text, out CalendarDay day) ? day : throw new FormatException(text);
}

namespace PolicyLang.Oracle.Worlds;

/// <summary>Section 1: months and working days between two days, kept as twice the value.</summary>
public static class Calendar
{
    /// <summary>The highest number of days between two days.</summary>
    public static readonly long MostDays = DateOnly.MaxValue.DayNumber;

    private static readonly Dictionary<long, (long Least, long Most)> Lengths = [];
    private static readonly Lock Gate = new();

    // Spans that begin here pass over 29 February in every way: with one every four years, and with none for eight.
    private static readonly ImmutableArray<DateOnly> Starts =
        [.. new[] { new DateOnly(1893, 1, 1), new DateOnly(1993, 1, 1) }.SelectMany(first => Enumerable.Range(0, 12 * 366).Select(first.AddDays))];

    /// <summary>On the day that is exactly n months on, 2n; after n - 1 and before n months, 2n - 1.</summary>
    public static long Months(DateOnly from, DateOnly to)
    {
        // In the month of the day itself, that is, or the one before.
        int n = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        n -= from.AddMonths(n) > to ? 1 : 0;
        return from.AddMonths(n) == to ? 2 * n : (2 * n) + 1;
    }

    /// <summary>On the n-th day from Monday to Friday after another, 2n; on the days off after it, 2n + 1.</summary>
    public static long WorkingDays(DateOnly from, DateOnly to)
    {
        long n = 0;
        for (int day = from.DayNumber + 1; day <= to.DayNumber; day++)
        {
            n += IsWorkingDay(DateOnly.FromDayNumber(day)) ? 1 : 0;
        }

        return from == to || IsWorkingDay(to) ? 2 * n : (2 * n) + 1;
    }

    /// <summary>How many days there may be between two days with so many months between them.</summary>
    public static (long Least, long Most) Days(long months)
    {
        lock (Gate)
        {
            long n = months / 2;
            return months % 2 == 0 ? Length(n) : (Length(n).Least + 1, Math.Min(Length(n + 1).Most - 1, MostDays));
        }
    }

    /// <summary>The least and the highest number of months that there may be between two days with so many days, at least and at most, between them.</summary>
    public static (long First, long Last) MonthsWithin(long least, long most)
    {
        // A month has from 28 to 31 days, so the search starts near the answer.
        long first = Math.Max(0, (least / 31 * 2) - 2);
        while (least <= MostDays && Days(first).Most < least)
        {
            first++;
        }

        long last = Math.Max(0, (most / 31 * 2) - 2);
        while (most < MostDays / 10 && Days(last + 1).Least <= most)
        {
            last++;
        }

        return (first, most < MostDays / 10 ? last : long.MaxValue);
    }

    private static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static (long Least, long Most) Length(long n)
    {
        if (n > 12 * 8000)
        {
            return (MostDays, MostDays);
        }

        if (!Lengths.TryGetValue(n, out (long Least, long Most) length))
        {
            IEnumerable<long> days = Starts.Select(start => (long)start.AddMonths((int)n).DayNumber - start.DayNumber);
            Lengths[n] = length = (days.Min(), days.Max());
        }

        return length;
    }
}

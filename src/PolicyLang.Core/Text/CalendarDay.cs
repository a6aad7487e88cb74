using System.Globalization;

namespace PolicyLang.Text;

/// <summary>A day of the Gregorian calendar, as the count of days since 0001-01-01.</summary>
internal readonly record struct CalendarDay(int Number) : IComparable<CalendarDay>
{
    /// <summary>0001-01-01.</summary>
    public static readonly CalendarDay First = new(0);

    /// <summary>9999-12-31.</summary>
    public static readonly CalendarDay Last = new(3652058);

    public static CalendarDay FromDate(int year, int month, int day) =>
        new((int)(new DateTime(year, month, day).Ticks / TimeSpan.TicksPerDay));

    /// <summary>Reads <c>YYYY-MM-DD</c>; false where the text has another form or names no day.</summary>
    public static bool TryParse(string text, out CalendarDay day)
    {
        bool ok = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date);
        day = ok ? new CalendarDay((int)(date.Ticks / TimeSpan.TicksPerDay)) : First;
        return ok;
    }

    public int CompareTo(CalendarDay other) => Number.CompareTo(other.Number);

    public static bool operator <(CalendarDay a, CalendarDay b) => a.Number < b.Number;

    public static bool operator >(CalendarDay a, CalendarDay b) => a.Number > b.Number;

    public static bool operator <=(CalendarDay a, CalendarDay b) => a.Number <= b.Number;

    public static bool operator >=(CalendarDay a, CalendarDay b) => a.Number >= b.Number;

    public override string ToString() => new DateTime(Number * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

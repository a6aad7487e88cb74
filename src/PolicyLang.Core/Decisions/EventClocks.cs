using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>
/// What a case tells of one event, or of the trigger: its day, its hours, its months or its working days. The day of the event follows from
/// the date of the case, and from it each clock that was not stated.
/// </summary>
/// <param name="started">The name of the event; null for the trigger.</param>
internal sealed class EventClocks(string? started)
{
    private readonly Dictionary<ClockKind, long> _told = [];
    private CalendarDay? _since;

    /// <summary>Notes what a clock shows, as it is kept.</summary>
    public void Record(ClockKind kind, long value) => _told[kind] = value;

    /// <summary>Notes the day of the event.</summary>
    public void Record(CalendarDay day) => _since = day;

    /// <summary>Sets the clocks that follow from what was stated.</summary>
    /// <param name="space">The cases.</param>
    /// <param name="values">The case; its date is known.</param>
    /// <param name="date">The date of the case.</param>
    /// <returns>What is wrong, in one sentence; null where all is well.</returns>
    public string? Fill(CaseSpace space, long[] values, CalendarDay date)
    {
        if (Day(date) is not { } day)
        {
            return $"No day lies so long before {date} as {Name()} says; tell {(started is null ? "another time" : $"since_{started}")} "
                + "instead.";
        }

        if (day > date)
        {
            return $"The event '{started}' is told for {day}, after the date of the case, {date}.";
        }

        long days = date.Number - day.Number;
        if ((_told.TryGetValue(ClockKind.Hours, out long hours) && hours / 24 != days)
            || (_told.TryGetValue(ClockKind.Months, out long months) && !Agree(months, day, date))
            || (_told.TryGetValue(ClockKind.WorkingDays, out long working) && (working + 1) / 2 > days))
        {
            return $"What is told of {Name()} does not agree: counted from {day} to {date} there are {days} days. Tell one of them.";
        }

        Set(space, values, ClockKind.Hours, _told.TryGetValue(ClockKind.Hours, out long kept) ? kept : days * 24);
        Set(space, values, ClockKind.Months, _told.TryGetValue(ClockKind.Months, out long shown) ? shown : CalendarClock.Months(day, date));
        Set(space, values, ClockKind.WorkingDays,
            _told.TryGetValue(ClockKind.WorkingDays, out long own) ? own : CalendarClock.WorkingDays(day, date));
        return null;
    }

    /// <summary>The clocks that are known from what was stated; working days that nobody stated are taken to be Monday to Friday.</summary>
    public IEnumerable<string> Known() =>
        new[] { ClockKind.Hours, ClockKind.Months }.Concat(_told.Keys).Distinct().Select(k => ClockNames.Name(k, started));

    // Hours and months agree if some pair of days gives both.
    private bool Agree(long months, CalendarDay day, CalendarDay date)
    {
        (long fewest, long most) = CalendarClock.DaysBetween(months);
        return _since is null && _told.ContainsKey(ClockKind.Hours)
            ? date.Number - day.Number >= fewest && date.Number - day.Number <= most
            : months == CalendarClock.Months(day, date);
    }

    private string Name() => started is null ? "the time since the trigger" : $"the event '{started}'";

    private CalendarDay? Day(CalendarDay date) =>
        _since is { } since ? since
        : _told.TryGetValue(ClockKind.Hours, out long hours)
            ? (hours / 24 <= date.Number ? new CalendarDay(date.Number - (int)(hours / 24)) : null)
        : _told.TryGetValue(ClockKind.Months, out long months) ? Latest(date, months, CalendarClock.Months)
        : _told.TryGetValue(ClockKind.WorkingDays, out long working) ? Latest(date, working, CalendarClock.WorkingDays)
        : null;

    // Both clocks grow with the distance, so stop once they pass the value.
    private static CalendarDay? Latest(CalendarDay date, long value, Func<CalendarDay, CalendarDay, long> clock)
    {
        for (int day = date.Number; day >= 0; day--)
        {
            long shown = clock(new CalendarDay(day), date);
            if (shown == value)
            {
                return new CalendarDay(day);
            }

            if (shown > value + 2)
            {
                break;
            }
        }

        return null;
    }

    private void Set(CaseSpace space, long[] values, ClockKind kind, long value)
    {
        if (space.VariableOfFact(ClockNames.Name(kind, started)) is { } variable)
        {
            values[variable] = value;
        }
    }
}

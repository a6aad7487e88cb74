namespace PolicyLang.Runtime.Json;

/// <summary>What a case tells of events, and of the trigger: a day, hours, months or working days. The day of the event follows from the
/// date of the case, and from it each clock that was not told.</summary>
internal sealed class EventFacts(CaseModel model)
{
    private const int HoursPerDay = 24;
    private const string Since = "since_";
    private static readonly string[] Prefixes = ["elapsed_since_", "months_since_", "working_days_since_"];
    private static readonly string[] OfTrigger = ["elapsed", "elapsed_months", "elapsed_working_days"];

    private readonly Dictionary<string, long?[]> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _days = new(StringComparer.Ordinal);

    /// <summary>Whether a name that is no attribute of the case tells of an event that there is.</summary>
    public bool IsTold(string name) =>
        (Parse(name)?.Event ?? (name.StartsWith(Since, StringComparison.Ordinal) ? name[Since.Length..] : null)) is { } happened
        && (happened.Length == 0 ? OfTrigger : [happened, .. Prefixes.Select(p => p + happened)])
            .Any(n => model.Find(n) is not null || model.Idle.Contains(n, StringComparer.Ordinal));

    /// <summary>Notes what is told of an event; false for a value that is none.</summary>
    public bool TryRecord(string name, string text)
    {
        if (Parse(name) is { } clock)
        {
            bool ok = CaseModel.TryNumber(text, clock.Kind > 0, out long value);
            if (!_told.TryGetValue(clock.Event, out long?[]? told))
            {
                _told.Add(clock.Event, told = new long?[Prefixes.Length]);
            }

            told[clock.Kind] = value;
            return ok;
        }

        bool isDay = CaseJsonReader.TryDay(text, out long day);
        _days[name[Since.Length..]] = DateOnly.FromDayNumber((int)day);
        return isDay;
    }

    /// <summary>What to write instead of a value that is none.</summary>
    public static string Help(string name, string text) => Parse(name) switch
    {
        { Kind: > 0 } => $"'{text}' is not a value of the clock '{name}'; write a whole number from 0, or one with a half, such as 2.5.",
        { } => $"'{text}' is not a value of the clock '{name}'; write a whole number from 0.",
        null when name.StartsWith(Since, StringComparison.Ordinal) =>
            $"'{text}' is not a date for '{name}'; write it as YYYY-MM-DD, for example 2025-01-31.",
        null => $"'{text}' is not a value of the count '{name}'; write a whole number from 0.",
    };

    /// <summary>Sets the clocks that follow from what was told.</summary>
    /// <param name="values">The case.</param>
    /// <param name="date">Its date.</param>
    /// <returns>What is wrong, one sentence for each event of which something is.</returns>
    public IEnumerable<CaseProblem> Fill(long[] values, DateOnly date)
    {
        foreach (string happened in _told.Keys.Concat(_days.Keys).Distinct().ToList())
        {
            long?[] told = _told.TryGetValue(happened, out long?[]? known) ? known : new long?[Prefixes.Length];
            DateOnly? day = _days.TryGetValue(happened, out DateOnly stated) ? stated : DayOf(told, date);
            if (day is null || day > date)
            {
                yield return new CaseProblem(CaseProblemKind.UnknownValue, happened,
                    $"No day on or before {CaseModel.DayText(date.DayNumber)} is the one that is told of '{happened}'.");
                continue;
            }

            Set(values, happened, 0, told[0] ?? (date.DayNumber - day.Value.DayNumber) * (long)HoursPerDay);
            Set(values, happened, 1, told[1] ?? Months(day.Value, date));
            Set(values, happened, 2, told[2] ?? WorkingDays(day.Value, date));
        }
    }

    private static (int Kind, string Event)? Parse(string name)
    {
        int own = Array.IndexOf(OfTrigger, name);
        int prefix = Array.FindIndex(Prefixes, p => name.StartsWith(p, StringComparison.Ordinal));
        return own >= 0 ? (own, string.Empty) : prefix >= 0 ? (prefix, name[Prefixes[prefix].Length..]) : null;
    }

    private void Set(long[] values, string happened, int kind, long value)
    {
        if (model.Find(happened.Length == 0 ? OfTrigger[kind] : Prefixes[kind] + happened) is { } clock)
        {
            values[clock.Slot] = value;
        }
    }

    private static DateOnly? DayOf(long?[] told, DateOnly date) =>
        told[0] is { } hours ? (hours / HoursPerDay <= date.DayNumber ? date.AddDays(-(int)(hours / HoursPerDay)) : null)
        : told[1] is { } months ? Latest(date, months, Months)
        : told[2] is { } working ? Latest(date, working, WorkingDays)
        : null;

    // Both clocks grow with the distance, so stop once they pass the value.
    private static DateOnly? Latest(DateOnly date, long value, Func<DateOnly, DateOnly, long> clock)
    {
        for (int day = date.DayNumber; day >= 0; day--)
        {
            long shown = clock(DateOnly.FromDayNumber(day), date);
            if (shown == value)
            {
                return DateOnly.FromDayNumber(day);
            }

            if (shown > value + 2)
            {
                break;
            }
        }

        return null;
    }

    // 2n exactly n months on, 2n − 1 before that.
    private static long Months(DateOnly from, DateOnly to)
    {
        int months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        while (months > 0 && from.AddMonths(months) > to)
        {
            months--;
        }

        return from.AddMonths(months) == to ? months * 2 : (months * 2) + 1;
    }

    // 2n on the n-th working day, 2n + 1 on days off after it.
    private static long WorkingDays(DateOnly from, DateOnly to)
    {
        long days = to.DayNumber - from.DayNumber;
        long working = days / 7 * 5;
        for (int rest = 1; rest <= days % 7; rest++)
        {
            working += (from.DayNumber + rest) % 7 < 5 ? 1 : 0;
        }

        return days == 0 || to.DayNumber % 7 < 5 ? working * 2 : (working * 2) + 1;
    }
}

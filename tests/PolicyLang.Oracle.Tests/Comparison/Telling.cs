using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using Calendar = PolicyLang.Oracle.Worlds.Calendar;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Chooses for a case of the oracle's world one that a user could tell: its numbers are exact, and its clocks fit its day.</summary>
/// <param name="court">The oracle.</param>
/// <param name="random">Chooses.</param>
internal sealed class Telling(Court court, Random random)
{
    private const int Attempts = 80;
    private const int Spread = 130;
    private readonly ImmutableArray<AttributeModel> _attributes = court.Law.Attributes;

    /// <summary>A case, and the day of each event of which it tells; null where no day of the case fits its clocks.</summary>
    public (Case Case, ImmutableDictionary<string, DateOnly> Events)? Exact(Case c)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            object[] values = [.. _attributes.Select((_, a) => c[a])];
            int date = court.Lexicon.Attribute("date");
            (long first, long last) = court.World.Stretch(date, c.Number(date));
            DateOnly day = DateOnly.FromDayNumber((int)(random.Next(4) == 0 ? last - Math.Min(last - first, random.Next(40)) : Math.Min(last, first + random.Next(40))));
            values[date] = (long)day.DayNumber;
            var events = ImmutableDictionary.CreateBuilder<string, DateOnly>();
            if (court.World.Clocks.All(clocks => Set(clocks, c, day, values, events)))
            {
                return (new Case(values), events.ToImmutable());
            }
        }

        return null;
    }

    /// <summary>
    /// The case that a user tells by one thing about an event: its day, or one clock. The others are worked out, so that they may show something else.
    /// </summary>
    /// <param name="c">A case whose numbers are exact.</param>
    /// <param name="clocks">The clocks of the event.</param>
    /// <param name="events">The days of events.</param>
    /// <returns>The case; the clock that is told, null for the day; and the day. Null where no day fits.</returns>
    public (Case Case, int? Clock, DateOnly Since)? ByOne(Case c, Clocks clocks, ImmutableDictionary<string, DateOnly> events)
    {
        var day = DateOnly.FromDayNumber((int)c.Number(court.Lexicon.Attribute("date")));
        int?[] ways = [.. clocks.Attributes.Select(a => (int?)a), .. clocks.Event.Length > 0 ? [null, null] : Array.Empty<int?>()];
        int? told = ways[random.Next(ways.Length)];
        DateOnly? since = told is null ? events.GetValueOrDefault(clocks.Event, day)
            : told == clocks.Hours ? Before(day, c.Number(told.Value) / 24)
            : Latest(day, c.Number(told.Value), told == clocks.Months ? Calendar.Months : Calendar.WorkingDays);
        if (since is not { } from)
        {
            return null;
        }

        object[] values = [.. _attributes.Select((_, a) => c[a])];
        foreach (int a in clocks.Attributes.Where(a => a != told))
        {
            values[a] = a == clocks.Hours ? 24L * (day.DayNumber - from.DayNumber) : a == clocks.Months ? Calendar.Months(from, day) : Calendar.WorkingDays(from, day);
        }

        return (new Case(values), told, from);
    }

    private static DateOnly? Before(DateOnly day, long days) => days <= day.DayNumber ? DateOnly.FromDayNumber((int)(day.DayNumber - days)) : null;

    // The latest day from which it is that many on; no case here tells of years.
    private static DateOnly? Latest(DateOnly day, long value, Func<DateOnly, DateOnly, long> clock) =>
        Enumerable.Range(0, Math.Min(day.DayNumber, 3 * Spread) + 1).Select(d => day.AddDays(-d)).Where(from => clock(from, day) == value).Select(from => (DateOnly?)from).FirstOrDefault();

    private bool Set(Clocks clocks, Case c, DateOnly day, object[] values, ImmutableDictionary<string, DateOnly>.Builder events)
    {
        (long least, long most) = clocks.Days(a => court.World.Stretch(a, c.Number(a)));
        most = Math.Min(Math.Min(most, least + Spread), day.DayNumber);
        if (least > most)
        {
            return false;
        }

        // Often as little time as possible, so that a case that tells nothing of the event is among them.
        int days = (int)(random.Next(3) == 0 ? least : least + random.NextInt64(most - least + 1));
        DateOnly since = day.AddDays(-days);
        foreach (int a in clocks.Attributes)
        {
            (long first, long last) = court.World.Stretch(a, c.Number(a));
            (long low, long high) = a == clocks.Hours ? (24L * days, (24L * days) + 23) : a == clocks.Months ? (Calendar.Months(since, day), Calendar.Months(since, day)) : (0, 2L * days);
            (low, high) = (Math.Max(first, low), Math.Min(last, high));
            if (low > high)
            {
                return false;
            }

            values[a] = a == clocks.WorkingDays ? Math.Clamp(Calendar.WorkingDays(since, day), low, high) : random.Next(2) == 0 ? low : high;
        }

        // Without hours the day of the event is the latest one that fits the months, or the working days where these are all that is told.
        if (clocks.Hours is null && days > 0 && (clocks.Months is not null
            ? Calendar.Months(since.AddDays(1), day) == Calendar.Months(since, day)
            : clocks.WorkingDays is { } w && (long)values[w] != Calendar.WorkingDays(since, day)))
        {
            return false;
        }

        if (days > 0)
        {
            events[clocks.Event] = since;
        }

        return true;
    }

    /// <summary>How a user writes the value of an attribute.</summary>
    public static RawFact Fact(AttributeModel attribute, object value) => new(attribute.Name, value switch
    {
        bool flag => [flag ? "true" : "false"],
        Leaf leaf => [leaf.Name],
        ImmutableArray<Leaf> leaves => [.. leaves.Select(l => l.Name)],
        long number when attribute.Type == AttributeType.Date => [DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        long number when attribute.IsHalved => [(number / 2) + (number % 2 == 0 ? "" : ".5")],
        _ => [value.ToString() ?? ""],
    });
}

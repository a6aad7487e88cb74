using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>
/// The clocks of the trigger or of one event of which some sentence speaks. What each of them says leaves some numbers of days; they agree
/// iff some number of days is left. A clock that no sentence speaks of has whatever value agrees.
/// </summary>
/// <param name="Event">The event; empty for the trigger.</param>
/// <param name="Hours">The number of the clock's attribute; null where no sentence speaks of it. So are the other two.</param>
/// <param name="Months">The calendar.</param>
/// <param name="WorkingDays">Working days.</param>
public sealed record Clocks(string Event, int? Hours, int? Months, int? WorkingDays)
{
    public IEnumerable<int> Attributes => new[] { Hours, Months, WorkingDays }.OfType<int>();

    /// <summary>The names of the three clocks.</summary>
    public static (string Hours, string Months, string WorkingDays) Names(string @event) => @event.Length == 0
        ? ("elapsed", "elapsed_months", "elapsed_working_days")
        : ($"elapsed_since_{@event}", $"months_since_{@event}", $"working_days_since_{@event}");

    public static ImmutableArray<Clocks> Of(Lexicon lexicon, Notes notes)
    {
        var attributes = lexicon.Law.Attributes;
        IEnumerable<string> events = attributes.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name).Prepend("");
        int? Find(string name) => attributes.Any(a => a.Name == name) && lexicon.Attribute(name) is var a && notes.IsSpokenOf(a) ? a : null;
        return [.. events.Select(e => new Clocks(e, Find(Names(e).Hours), Find(Names(e).Months), Find(Names(e).WorkingDays))).Where(c => c.Attributes.Any())];
    }

    /// <summary>Whether some values within these bounds agree.</summary>
    public bool Agree(Func<int, (long First, long Last)> bounds) => Days(bounds) is var days && days.Least <= days.Most;

    /// <summary>How many days may have passed, at least and at most; at least more than at most where the values cannot agree.</summary>
    public (long Least, long Most) Days(Func<int, (long First, long Last)> bounds)
    {
        long least = 0;
        long most = Calendar.MostDays;
        if (Hours is { } h)
        {
            (long first, long last) = bounds(h);
            (least, most) = (Math.Max(least, first / 24), Math.Min(most, last / 24));
        }

        if (Months is { } m)
        {
            (long first, long last) = bounds(m);
            (least, most) = (Math.Max(least, Calendar.Days(first).Least), Math.Min(most, Calendar.Days(last).Most));
        }

        return WorkingDays is { } w ? (Math.Max(least, Up(bounds(w).First)), most) : (least, most);
    }

    /// <summary>The values of one clock that agree with those of the others.</summary>
    public (long First, long Last) Agreeing(int attribute, Func<int, long> value)
    {
        Clocks others = this with { Hours = Other(Hours), Months = Other(Months), WorkingDays = Other(WorkingDays) };
        (long least, long most) = others.Days(a => (value(a), value(a)));
        return attribute == Hours ? (24 * least, (24 * most) + 23) : attribute == Months ? Calendar.MonthsWithin(least, most) : (0, 2 * most);

        int? Other(int? clock) => clock == attribute ? null : clock;
    }

    private static long Up(long halves) => (halves / 2) + (halves % 2);
}

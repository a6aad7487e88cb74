using PolicyLang.Regions;

namespace PolicyLang.Decisions;

/// <summary>What a case tells of events, and of the trigger.</summary>
/// <param name="space">The cases.</param>
internal sealed class EventFacts(CaseSpace space)
{
    private readonly Dictionary<string, EventClocks> _events = new(StringComparer.Ordinal);

    /// <summary>What is stated of one of them.</summary>
    /// <param name="started">The name of the event; null for the trigger.</param>
    public EventClocks ClocksOf(string? started)
    {
        string key = started ?? string.Empty;
        if (!_events.TryGetValue(key, out EventClocks? clocks))
        {
            _events.Add(key, clocks = new EventClocks(started));
        }

        return clocks;
    }

    /// <summary>Sets the clocks that follow from what was stated.</summary>
    /// <param name="values">The case; its date is known.</param>
    /// <returns>What is wrong, one sentence for each event of which something is.</returns>
    public ImmutableArray<string> Fill(long[] values)
    {
        Text.CalendarDay date = space.DateOf(values);
        return [.. _events.Values.Select(e => e.Fill(space, values, date)).OfType<string>()];
    }

    /// <summary>The clocks that are known from what was stated.</summary>
    public IEnumerable<string> Known() => _events.Values.SelectMany(e => e.Known());
}

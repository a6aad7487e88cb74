using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Timelines;

/// <summary>The days on which conflicts begin and end, party by party where they concern parties.</summary>
internal sealed class ConflictTurns
{
    private readonly Dictionary<CalendarDay, List<(Conflict Conflict, string? Party)>> _begin = [];
    private readonly Dictionary<CalendarDay, List<(Conflict Conflict, string? Party)>> _end = [];

    /// <param name="conflicts">The conflicts, each with the first day from which it counts: nobody accepts it any more.</param>
    public ConflictTurns(IEnumerable<(Conflict Conflict, CalendarDay From)> conflicts)
    {
        foreach ((Conflict conflict, CalendarDay from) in conflicts)
        {
            if (conflict.Parties.IsEmpty)
            {
                Add(conflict, null, conflict.Days, from);
            }

            foreach (ConcernedParty party in conflict.Parties)
            {
                Add(conflict, party.Party, party.Days, from);
            }
        }
    }

    /// <summary>The days on which one does, in no order.</summary>
    public IEnumerable<CalendarDay> Days => _begin.Keys.Concat(_end.Keys);

    /// <summary>Those that begin on a day.</summary>
    public ImmutableArray<ConflictChange> Begin(CalendarDay day) => Tell(_begin, day);

    /// <summary>Those that have ended the day before.</summary>
    public ImmutableArray<ConflictChange> End(CalendarDay day) => Tell(_end, day);

    private static ImmutableArray<ConflictChange> Tell(
        Dictionary<CalendarDay, List<(Conflict Conflict, string? Party)>> turns, CalendarDay day) =>
        !turns.TryGetValue(day, out List<(Conflict Conflict, string? Party)>? found) ? [] :
        [
            .. found.GroupBy(t => t.Conflict.Fingerprint).Select(g => new ConflictChange(
                g.First().Conflict, [.. g.Select(t => t.Party).OfType<string>().OrderBy(n => n, StringComparer.Ordinal)])),
        ];

    private void Add(Conflict conflict, string? party, ImmutableArray<DayRange> days, CalendarDay from)
    {
        foreach (DayRange range in days.Where(d => d.Until >= from))
        {
            CalendarDay first = range.From < from ? from : range.From;
            if (first > CalendarDay.First)
            {
                Note(_begin, first, conflict, party);
            }

            if (range.Until < CalendarDay.Last)
            {
                Note(_end, new CalendarDay(range.Until.Number + 1), conflict, party);
            }
        }
    }

    private static void Note(
        Dictionary<CalendarDay, List<(Conflict Conflict, string? Party)>> turns, CalendarDay day, Conflict conflict, string? party)
    {
        if (!turns.TryGetValue(day, out List<(Conflict Conflict, string? Party)>? found))
        {
            turns.Add(day, found = []);
        }

        found.Add((conflict, party));
    }
}

using PolicyLang.Analysis.Differences;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Timelines;

/// <summary>
/// Finds the days on which some answer changes, exactly: it can only on a day at which some region begins anew, and on each of those the
/// law of the day is compared with that of the day before.
/// </summary>
internal sealed class TimelineFinder
{
    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly TimelineQuery _query;
    private readonly Reasons _reasons;
    private readonly DayWorkers _workers;
    private readonly List<Problem> _undecided = [];

    /// <param name="book">The rules.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="reasons">The days that the files name.</param>
    /// <param name="workers">Who compares days.</param>
    public TimelineFinder(RuleBook book, TimelineQuery query, Reasons reasons, DayWorkers workers) =>
        (_book, _regions, _query, _reasons, _workers) = (book, book.Space.Regions, query, reasons, workers);

    /// <summary>The days.</summary>
    /// <param name="conflicts">The open conflicts.</param>
    public Timeline Find(ImmutableArray<FoundConflict> conflicts)
    {
        var turns = new ConflictTurns(conflicts.Where(c => _query.Wants(c.Conflict)).SelectMany(Open));
        if (_book.Compiler.Date is not { } date)
        {
            return new Timeline([], []);
        }

        PartyTable? parties = Try("When what parties owe changes", () => new PartyTable(_book), null);
        int variable = _book.Space.VariableOf(date);
        ILookup<CalendarDay, Rule> rules =
            Try("When answers change", () => Turning(variable), Array.Empty<Rule>().ToLookup(_ => default(CalendarDay)));
        ILookup<CalendarDay, string> law = Try(
            "When what parties owe changes", () => Turning(parties, variable), Array.Empty<string>().ToLookup(_ => default(CalendarDay)));
        ImmutableArray<TurningDay> days =
        [
            .. turns.Days.Concat(rules.Select(r => r.Key)).Concat(law.Select(l => l.Key)).Where(_query.Has).Distinct().OrderBy(d => d)
                .Select(d => new TurningDay(d, [.. rules[d].Select(r => r.Number)], [.. law[d]])),
        ];
        ComparedDay[] compared = !_query.WantsChanges || parties is null
            ? [.. days.Select(_ => ComparedDay.Unchanged)]
            : _workers.Compare(new DayComparer(_book, parties, _query), _query, days);
        var found = ImmutableArray.CreateBuilder<TimelineDay>();
        for (int d = 0; d < days.Length; d++)
        {
            CalendarDay day = days[d].Day;
            ImmutableArray<SemanticChange> changes = compared[d].Changes(inWords: found.Count < _query.MostDaysInWords);
            ImmutableArray<ConflictChange> begins = turns.Begin(day);
            ImmutableArray<ConflictChange> ends = turns.End(day);
            _undecided.AddRange(compared[d].Undecided);
            if (!changes.IsEmpty || !begins.IsEmpty || !ends.IsEmpty)
            {
                found.Add(new TimelineDay(day, _reasons.On(day), begins, ends, changes));
            }
        }

        return new Timeline(found.ToImmutable(), [.. _undecided]);
    }

    // What somebody accepts counts again once that has ended.
    private IEnumerable<(Conflict Conflict, CalendarDay From)> Open(FoundConflict found)
    {
        if (found.Conflict.IsOpen)
        {
            yield return (found.Conflict, CalendarDay.First);
        }
        else if (found.Conflict is { Status: ConflictStatus.Acknowledged, IsInescapable: true })
        {
            ImmutableArray<ClauseSymbol> clauses = [.. found.Rules.Select(r => r.Clause).Distinct()];
            CalendarDay? last = _book.Model.Acknowledgements.Where(a => a.Covers(clauses)).Select(a => a.Until ?? CalendarDay.Last)
                .OrderByDescending(d => d).Select(d => (CalendarDay?)d).FirstOrDefault();
            if (last is { } until && until < CalendarDay.Last)
            {
                yield return (found.Conflict, new CalendarDay(until.Number + 1));
            }
        }
    }

    // The rules of conduct whose standing cases begin or end, by day.
    private ILookup<CalendarDay, Rule> Turning(int variable) => _book.Rules.Where(r => !r.IsLawMaking && _query.Wants(r.Clause))
        .SelectMany(r => Starts(_book.Undefeated(r), variable).Concat(Starts(r.Trigger, variable)).Distinct()
            .Select(d => (Day: d, Rule: r)))
        .ToLookup(t => t.Day, t => t.Rule);

    // The parties of which what they owe may change, by day.
    private ILookup<CalendarDay, string> Turning(PartyTable? parties, int variable) =>
        (parties?.Said.Where(s => _query.Wants(s.Clause)).Select(s => (s.Party, s.Cases)) ?? [])
            .Concat(parties?.Standing.Select(s => (s.Key.Party, s.Value)) ?? []).Distinct()
            .SelectMany(p => Starts(p.Item2, variable).Select(day => (Day: day, p.Party))).Distinct().ToLookup(p => p.Day, p => p.Party);

    private IEnumerable<CalendarDay> Starts(Region region, int variable) =>
        _regions.StartsOf(region, variable).Where(s => s > 0).Select(s => new CalendarDay((int)s));

    private T Try<T>(string what, Func<T> work, T otherwise)
    {
        if (_regions.TryAnswer(work).TryGet(out T? answer))
        {
            return answer;
        }

        _undecided.Add(LimitFindings.Problem(what, _regions, _book.Rules));
        return otherwise;
    }
}

using PolicyLang.Analysis.Differences;
using PolicyLang.Conflicts;
using PolicyLang.Decisions.Blocks;
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
    private const int MostBlocks = 6;

    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly TimelineQuery _query;
    private readonly List<Problem> _undecided = [];
    private readonly RegionWords _words;
    private readonly Reasons _reasons;
    private readonly Lazy<Neighbours> _neighbours;

    /// <param name="book">The rules.</param>
    /// <param name="query">What is wanted.</param>
    public TimelineFinder(RuleBook book, TimelineQuery query)
    {
        (_book, _regions, _query) = (book, book.Space.Regions, query);
        _words = RegionWords.Of(book);
        _reasons = new Reasons(book.Model);
        _neighbours = new(() => new Neighbours(book, book.Compiler.Date is { } date ? book.Space.VariableOf(date) : -1));
    }

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
        var found = ImmutableArray.CreateBuilder<TimelineDay>();
        foreach (CalendarDay day in turns.Days.Concat(rules.Select(r => r.Key)).Concat(law.Select(l => l.Key))
            .Where(_query.Has).Distinct().OrderBy(d => d))
        {
            _regions.ThrowIfCancelled();
            ImmutableArray<SemanticChange> changes = !_query.WantsChanges || parties is null ? []
                : Try($"What changes on {day}", () => Changes(date, day, [.. rules[day]], parties.Of(law[day]),
                    found.Count < _query.MostDaysInWords ? _query.MostInWords : 0), []);
            ImmutableArray<ConflictChange> begins = turns.Begin(day);
            ImmutableArray<ConflictChange> ends = turns.End(day);
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

    private ImmutableArray<SemanticChange> Changes(
        AttributeSymbol date, CalendarDay day, ImmutableArray<Rule> turning, PartyTable parties, int inWords)
    {
        ImmutableArray<Rule> near = turning.IsEmpty ? [] : _neighbours.Value.Of(turning, day.Number);
        TwoVersions versions = TwoVersions.OfDays(_book, date, day, parties, near, _words, MostBlocks);
        IEnumerable<FoundChange> found = turning.IsEmpty ? []
            : new OutcomeComparison(versions).Find().Concat(new AdviceComparison(versions).Find());
        found = parties.Said.IsEmpty ? found : found.Concat(new PartyComparison(versions).Find());
        ImmutableArray<SemanticChange> changes =
        [
            .. found.Where(f => f.Change.Clauses.IsEmpty || f.Change.Clauses.Any(_query.Wants)).OrderByDescending(f => f.Change.Level)
                .Select((f, i) => i < inWords ? versions.WithWords(f) : f.Change),
        ];
        _undecided.AddRange(versions.Untold.Select(clause => new Problem(
            $"In which cases '{clause}' changes on {day} is not said in words: it combines too many conditions.",
            LimitDiagnostics.Unanswered)));
        return changes;
    }

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

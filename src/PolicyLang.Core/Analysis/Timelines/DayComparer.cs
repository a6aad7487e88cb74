using PolicyLang.Analysis.Differences;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Timelines;

/// <summary>A day on which some answer may change.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rules">The numbers of the rules of conduct whose standing cases begin or end on it.</param>
/// <param name="Parties">The parties of which what they owe may change.</param>
internal sealed record TurningDay(CalendarDay Day, ImmutableArray<int> Rules, ImmutableArray<string> Parties);

/// <summary>Compares the law of a day with that of the day before, in the space of its rules.</summary>
internal sealed class DayComparer
{
    private const int MostBlocks = 6;

    private readonly RuleBook _book;
    private readonly PartyTable _parties;
    private readonly TimelineQuery _query;
    private readonly Dictionary<int, Rule> _rules;
    private readonly Lazy<Neighbours> _neighbours;

    /// <param name="book">The rules.</param>
    /// <param name="parties">What parties owe by them.</param>
    /// <param name="query">What is wanted.</param>
    public DayComparer(RuleBook book, PartyTable parties, TimelineQuery query)
    {
        (_book, _parties, _query) = (book, parties, query);
        _rules = book.Rules.ToDictionary(r => r.Number);
        _neighbours = new(() => new Neighbours(book, book.Compiler.Date is { } date ? book.Space.VariableOf(date) : -1));
    }

    /// <summary>What changes on a day; undecided where it is beyond the budget.</summary>
    public ComparedDay Compare(TurningDay turning)
    {
        _book.Space.Regions.ThrowIfCancelled();
        return _book.Compiler.Date is not { } date ? ComparedDay.Unchanged
            : _book.Space.Regions.TryAnswer(() => Compare(date, turning)).TryGet(out ComparedDay? known) ? known
            : ComparedDay.Unknown(LimitFindings.Problem($"What changes on {turning.Day}", _book.Space.Regions, _book.Rules));
    }

    /// <inheritdoc cref="RegionSpace.Watch"/>
    public RegionSpace.CancellationScope Watch(CancellationToken cancellation) => _book.Space.Regions.Watch(cancellation);

    private ComparedDay Compare(AttributeSymbol date, TurningDay turning)
    {
        ImmutableArray<Rule> near = turning.Rules.IsEmpty ? []
            : _neighbours.Value.Of([.. turning.Rules.Select(n => _rules[n])], turning.Day.Number);
        PartyTable parties = _parties.Of(turning.Parties);
        TwoVersions versions = TwoVersions.OfDays(
            _book, date, turning.Day, parties, near, n => _neighbours.Value.Of(n), RegionWords.Of(_book), MostBlocks);
        IEnumerable<FoundChange> found = turning.Rules.IsEmpty ? []
            : new OutcomeComparison(versions).Find().Concat(new AdviceComparison(versions).Find());
        found = parties.Said.IsEmpty ? found : found.Concat(new PartyComparison(versions).Find());
        return new ComparedDay(turning.Day, versions,
        [
            .. found.Where(f => f.Change.Clauses.IsEmpty || f.Change.Clauses.Any(_query.Wants)).OrderByDescending(f => f.Change.Level),
        ], _query.MostInWords);
    }
}

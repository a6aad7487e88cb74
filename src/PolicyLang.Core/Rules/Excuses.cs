using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>
/// The cases in which a guarantee does not stand against one measure, though it stands against every other: the guarantee yields to it, a
/// leave is invoked for it, or it is reserved.
/// </summary>
internal sealed class Excuses(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly Dictionary<(Rule Guarantee, Rule Measure), Region> _known = [];
    private readonly ImmutableArray<int> _selfJudged = [.. book.Model.Attributes.Where(a => a.SelfJudged).Select(book.Space.VariableOf)];

    /// <summary>The cases in which a guarantee is excused for a measure.</summary>
    /// <param name="guarantee">The guarantee, as it binds one party and judges one order.</param>
    /// <param name="measure">A rule of conduct of that order.</param>
    public Region Cases(Rule guarantee, Rule measure)
    {
        if (!_known.TryGetValue((guarantee, measure), out Region? cases))
        {
            cases = book.Precedences.Yields(guarantee.Clause, measure.Clause)
                ? _regions.Full
                : _regions.Union([.. Leaves(guarantee, measure), .. Reservations(guarantee, measure)]);
            _known.Add((guarantee, measure), cases);
        }

        return cases;
    }

    /// <summary>The leaves of the instrument of a guarantee that name it, of the kind that a measure needs.</summary>
    public IEnumerable<ClauseSymbol> LeavesFor(Rule guarantee, Rule measure) =>
        guarantee.Clause.Framework.Clauses.Where(leave => IsLeaveFor(leave, measure) && book.Precedences.Claims(leave, guarantee.Clause));

    /// <summary>The rules of a leave that excuse a measure: of the party that a guarantee binds, for the order of the measure.</summary>
    public IEnumerable<Rule> RulesFor(ClauseSymbol leave, Rule guarantee, Rule measure) =>
        book.RulesOf(leave)
            .Where(r => r.Modality == Wanted(measure) && ReferenceEquals(r.Party, guarantee.Party)
            && ReferenceEquals(r.Judged, measure.Order));

    /// <summary>Whether a leave asks for more, in some case that exists, than flags that its party judges by itself.</summary>
    public bool AsksForMore(Rule leave) =>
        !_regions.Difference(_regions.And(book.Existing, book.Reach(leave)), SelfJudged(leave)).IsEmpty;

    /// <summary>Whether a list names a clause, or its framework.</summary>
    public static bool Names(ImmutableArray<Symbol> names, ClauseSymbol clause) =>
        names.Any(n => ReferenceEquals(n, clause) || ReferenceEquals(n, clause.Framework));

    private static RuleModality Wanted(Rule measure) =>
        measure.Modality == RuleModality.Prohibition ? RuleModality.PowerToProhibit : RuleModality.PowerToRequire;

    private static bool IsLeaveFor(ClauseSymbol leave, Rule measure) => leave.Meaning?.LawModality is { } modality
        && (modality == LawModality.MayProhibit ? measure.Modality == RuleModality.Prohibition : modality == LawModality.MayRequire);

    private IEnumerable<Region> Leaves(Rule guarantee, Rule measure)
    {
        foreach (ClauseSymbol leave in LeavesFor(guarantee, measure))
        {
            Region days = Invoked(leave, measure);
            if (!days.IsEmpty)
            {
                yield return _regions.And(days, _regions.Union([.. RulesFor(leave, guarantee, measure).Select(SelfJudged)]));
            }
        }
    }

    // The days on which a leave is invoked for a measure: by the clause itself always, by a party while it does.
    private Region Invoked(ClauseSymbol leave, Rule measure)
    {
        if (measure.Clause.Precedences.Any(p => p.Relation == NameListKind.Invoking && ReferenceEquals(p.Target, leave)))
        {
            return _regions.Full;
        }

        return _regions.Union(
        [
            .. from party in book.Model.Parties
               where party.Place is { } place && BoundParties.IsInOrder(measure.Order, place)
               from invocation in party.Invocations
               where ReferenceEquals(invocation.Leave, leave) && Names(invocation.For, measure.Clause)
               select book.Compiler.Days(new DayRange(invocation.Since, invocation.Until ?? CalendarDay.Last)),
        ]);
    }

    private IEnumerable<Region> Reservations(Rule guarantee, Rule measure) =>
        from party in book.Model.Parties
        where party.Place is { } place && (ReferenceEquals(place, guarantee.Party) || BoundParties.IsInOrder(measure.Order, place))
        from adoption in party.Adoptions
        where ReferenceEquals(adoption.Framework, guarantee.Clause.Framework) && Names(adoption.ReservingFor, measure.Clause)
            && Names(adoption.Reserving, guarantee.Clause)
        select book.Compiler.Days(new DayRange(adoption.Since, adoption.ReservingUntil ?? CalendarDay.Last));

    // In an invoked leave the flags count as true that its party judges by itself.
    private Region SelfJudged(Rule leave) => _selfJudged.Aggregate(leave.Region, (region, flag) => _regions.Cofactor(region, flag, 1));
}

using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>
/// The cases in which a guarantee does not stand against one measure, though it stands against every other: the guarantee yields to it, a
/// leave is invoked for it, or it is reserved.
/// </summary>
internal sealed class Excuses(LoweredRules rules, ExplicitClaims claims)
{
    private readonly RegionSpace _regions = rules.Regions;
    private readonly RegionMemo<(Rule Guarantee, Rule Measure), Region> _known = new(rules.Regions);
    private readonly ImmutableArray<int> _selfJudged =
        [.. rules.Model.Attributes.Where(a => a.SelfJudged).Select(rules.Compiler.Space.VariableOf)];

    /// <summary>The cases in which a guarantee is excused for a measure.</summary>
    /// <param name="guarantee">The guarantee, as it binds one party and judges one order.</param>
    /// <param name="measure">A rule of conduct of that order.</param>
    public Region Cases(Rule guarantee, Rule measure)
    {
        if (!_known.TryGetValue((guarantee, measure), out Region? cases))
        {
            cases = claims.Yields(guarantee.Clause, measure.Clause)
                ? _regions.Full
                : _regions.Union([.. Leaves(guarantee, measure), .. Reservations(guarantee, measure)]);
            _known.Set((guarantee, measure), cases);
        }

        return cases;
    }

    /// <summary>The leaves of the instrument of a guarantee that name it, of the kind that a measure needs.</summary>
    public IEnumerable<ClauseSymbol> LeavesFor(Rule guarantee, Rule measure) =>
        guarantee.Clause.Framework.Clauses.Where(leave => IsLeaveFor(leave, measure) && claims.Claims(leave, guarantee.Clause));

    /// <summary>The rules of a leave that excuse a measure: of the party that a guarantee binds, for the order of the measure.</summary>
    public IEnumerable<Rule> RulesFor(ClauseSymbol leave, Rule guarantee, Rule measure) =>
        rules.RulesOf(leave)
            .Where(r => r.Modality == Wanted(measure) && ReferenceEquals(r.Party, guarantee.Party)
            && ReferenceEquals(r.Judged, measure.Order));

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
                yield return _regions.And(days, _regions.Union([.. RulesFor(leave, guarantee, measure).Select(r => SelfJudged(r.Region))]));
            }
        }
    }

    // The days on which a leave is invoked: by a clause always, by parties temporarily.
    private Region Invoked(ClauseSymbol leave, Rule measure)
    {
        if (measure.Clause.Precedences.Any(p => p.Relation == NameListKind.Invoking && ReferenceEquals(p.Target, leave)))
        {
            return _regions.Full;
        }

        return _regions.Union(
        [
            .. from party in rules.Model.Parties
               where party.Place is { } place && BoundParties.IsInOrder(measure.Order, place)
               from invocation in party.Invocations
               where ReferenceEquals(invocation.Leave, leave) && measure.Clause.IsNamedIn(invocation.For)
               select rules.Compiler.Days(new DayRange(invocation.Since, invocation.Until ?? CalendarDay.Last)),
        ]);
    }

    private IEnumerable<Region> Reservations(Rule guarantee, Rule measure) =>
        from party in rules.Model.Parties
        where party.Place is { } place && (ReferenceEquals(place, guarantee.Party) || BoundParties.IsInOrder(measure.Order, place))
        from adoption in party.Adoptions
        where ReferenceEquals(adoption.Framework, guarantee.Clause.Framework) && measure.Clause.IsNamedIn(adoption.ReservingFor)
            && guarantee.Clause.IsNamedIn(adoption.Reserving)
        select rules.Compiler.Days(new DayRange(adoption.Since, adoption.ReservingUntil ?? CalendarDay.Last));

    /// <summary>Where a leave reaches once it is invoked: flags that its party judges by itself count as true.</summary>
    public Region SelfJudged(Region leave) => _selfJudged.Aggregate(leave, (region, flag) => _regions.Cofactor(region, flag, 1));
}

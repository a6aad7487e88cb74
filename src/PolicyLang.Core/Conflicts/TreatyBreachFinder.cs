using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>
/// Finds rules of a party's law that do what the party guaranteed not to do. Whether the guarantee also strikes the rule down is a
/// question of rank; that the rule is there breaks the guarantee either way.
/// </summary>
internal sealed class TreatyBreachFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="guarantee">The guarantee, as it binds one party.</param>
    /// <param name="resolved">Whether overlaps that an exception resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule guarantee, bool resolved)
    {
        foreach (Rule rule in book.Opponents(guarantee).Where(r => !r.IsLawMaking))
        {
            Region open = _regions.And(book.StandingAlone(guarantee), book.StandingAlone(rule));
            if (!open.IsEmpty)
            {
                yield return Breach(guarantee, rule, open);
            }
            else if (resolved && _regions.And(book.Existing, _regions.And(guarantee.Region, rule.Region)) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyBreach, ConflictStatus.Resolved, [guarantee, rule], overlap);
            }
        }
    }

    private ConflictCandidate Breach(Rule guarantee, Rule rule, Region open)
    {
        Region struckDown = book.Precedences.Principles.Contains(Principle.Superior) && (!guarantee.IsSoft || rule.IsSoft) && !ReferenceEquals(guarantee.Order, rule.Order)
            ? book.Precedences.Above(guarantee.Order, rule.Order)
            : _regions.Empty;
        Region unresolved = _regions.Minus(open, struckDown);
        if (unresolved.IsEmpty)
        {
            return new ConflictCandidate(ConflictKind.TreatyBreach, ConflictStatus.Resolved, [guarantee, rule], open);
        }

        Region enforceable = _regions.Minus(unresolved, Unenforceable(guarantee.Clause));
        return new ConflictCandidate(ConflictKind.TreatyBreach, ConflictStatus.Unresolved, [guarantee, rule], enforceable.IsEmpty ? unresolved : enforceable)
        {
            NotEnforceable = enforceable.IsEmpty,
            Cases = unresolved,
        };
    }

    private Region Unenforceable(ClauseSymbol clause) => clause.Meaning is { NotEnforceable: true } meaning
        ? book.Compiler.Days(new DayRange(CalendarDay.First, meaning.NotEnforceableUntil ?? CalendarDay.Last))
        : _regions.Empty;
}

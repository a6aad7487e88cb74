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

    private readonly LeaveReader _leaves = new(book);

    /// <param name="guarantee">The guarantee, as it binds one party and judges one order.</param>
    /// <param name="resolved">Whether overlaps that an exception resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule guarantee, bool resolved)
    {
        foreach (Rule rule in book.Opponents(guarantee).Where(r => !r.IsLawMaking))
        {
            Region open = Opposed(guarantee, rule, _regions.And(book.UndefeatedWithinOrder(guarantee), book.UndefeatedWithinOrder(rule)));
            if (!open.IsEmpty)
            {
                yield return Breach(guarantee, rule, open);
            }
            else if (resolved
                && Opposed(guarantee, rule,
                _regions.And(book.Existing, _regions.And(guarantee.Region, rule.Region))) is { IsEmpty: false } overlap)
            {
                yield return new ConflictCandidate(ConflictKind.TreatyBreach, ConflictStatus.Resolved, [guarantee, rule], overlap)
                { IsSettled = true, Concerned = [ConcernedLaw.Create(guarantee, overlap)] };
            }
        }
    }

    /// <summary>Permissions in the law of a party that permit what an instrument between States forbids.</summary>
    /// <param name="prohibition">A prohibition of conduct of the instrument.</param>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> FindPermissions(Rule prohibition, bool resolved)
    {
        ImmutableArray<Rule> permissions =
            [.. book.Opponents(prohibition)
            .Where(p => p.Modality == RuleModality.Permission && !p.IsWeak && !ReferenceEquals(p.Order, prohibition.Order))];
        if (permissions.IsEmpty)
        {
            yield break;
        }

        foreach (TreatyParty party in book.Parties.Parties(prohibition.Clause.Framework)
            .Where(p => p.Place is not Semantics.OrganisationSymbol))
        {
            Region bound = _regions.Difference(book.Parties.BoundDays(party), book.Parties.Reserved(prohibition.Clause, party));
            ImmutableArray<(Semantics.Symbol Order, Region Days)> law =
                [.. book.Parties.LawOf(party).Where(l => !ReferenceEquals(l.Order, prohibition.Order))];
            foreach (Rule permission in permissions)
            {
                if (law.FirstOrDefault(l => ReferenceEquals(l.Order, permission.Order)) is not { Order: { } order, Days: { } days })
                {
                    continue;
                }

                Region when = _regions.Difference(_regions.And(bound, days), book.Parties.ReservedFor(prohibition.Clause, party, order));
                if (Permission(prohibition, permission, party, when, resolved) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private ConflictCandidate? Permission(Rule prohibition, Rule permission, TreatyParty party, Region when, bool resolved)
    {
        Region open = _regions.And(when, _regions.And(book.UndefeatedWithinOrder(prohibition), book.UndefeatedWithinOrder(permission)));
        if (open.IsEmpty)
        {
            return null;
        }

        Region unresolved = _regions.Difference(open, StruckDown(prohibition, permission));
        ConflictStatus status = unresolved.IsEmpty ? ConflictStatus.Resolved : ConflictStatus.Unresolved;
        Region shown = unresolved.IsEmpty ? open : unresolved;
        return status == ConflictStatus.Resolved && !resolved
            ? null
            : new ConflictCandidate(ConflictKind.TreatyBreach, status, [prohibition, permission], shown)
            { Concerned = [ConcernedLaw.Create(prohibition with { Party = party.Place, BoundAs = party.Place }, shown)] };
    }

    // Where the one order stands above the other, its rule strikes the other down.
    private Region StruckDown(Rule upper, Rule lower) =>
        book.Precedences.UsesSuperior && (!upper.IsSoft || lower.IsSoft) && !ReferenceEquals(upper.Order, lower.Order)
        ? book.Precedences.Above(upper.Order, lower.Order)
        : _regions.Empty;

    private ConflictCandidate Breach(Rule guarantee, Rule rule, Region open)
    {
        Region unresolved = _regions.Difference(open, StruckDown(guarantee, rule));
        if (unresolved.IsEmpty)
        {
            return new ConflictCandidate(ConflictKind.TreatyBreach, ConflictStatus.Resolved, [guarantee, rule], open)
            { Concerned = [ConcernedLaw.Create(guarantee, open)] };
        }

        Region enforceable = _regions.Difference(unresolved, Unenforceable(guarantee.Clause));
        ImmutableArray<PossibleExcuse> excuses = _leaves.Find(guarantee, rule, unresolved, out bool excusable);
        return new ConflictCandidate(ConflictKind.TreatyBreach,
            excusable && !guarantee.IsSoft && !rule.IsSoft ? ConflictStatus.Excusable : ConflictStatus.Unresolved, [guarantee, rule],
            enforceable.IsEmpty ? unresolved : enforceable)
        {
            NotEnforceable = enforceable.IsEmpty,
            Cases = unresolved,
            Concerned = [ConcernedLaw.Create(guarantee, unresolved)],
            Excuses = excuses,
        };
    }

    // Where the measure is excused the two do not oppose each other.
    private Region Opposed(Rule guarantee, Rule rule, Region overlap) =>
        overlap.IsEmpty ? overlap : _regions.Difference(overlap, book.Precedences.Excuses.Cases(guarantee, rule));

    private Region Unenforceable(ClauseSymbol clause) => clause.Meaning is { NotEnforceable: true } meaning
        ? book.Compiler.Days(new DayRange(CalendarDay.First, meaning.NotEnforceableUntil ?? CalendarDay.Last))
        : _regions.Empty;
}

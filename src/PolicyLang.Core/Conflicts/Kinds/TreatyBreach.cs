using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>
/// A rule of a party's law that does what the party guaranteed not to do. Whether the guarantee also strikes the rule down is a
/// question of rank; that the rule is there breaks the guarantee either way.
/// </summary>
internal sealed class TreatyBreach : DetectableKind
{
    public static readonly TreatyBreach Instance = new();

    public override ConflictKind Kind => ConflictKind.TreatyBreach;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.TreatyBreach;

    public override string WireName => "treaty-breach";

    public override IConflictDetector Detector(RuleBook book) => new Search(book);

    public override bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness) =>
        replay.StandWithinOrder(candidate.Rules, witness);

    public override string Sentence(ConflictCandidate candidate, bool unresolved)
    {
        Rule promise = candidate.Rules[0];
        Rule measure = candidate.Rules[1];
        string treaty = promise.Clause.QualifiedName;
        string parties = ConflictPhrases.Parties(candidate);
        if (!promise.IsGuarantee)
        {
            return $"{ConflictPhrases.Name(measure)} permits what {treaty} {(promise.IsSoft ? "discourages" : "forbids")}, which binds "
                + $"{parties}.";
        }

        string does = measure.Modality == RuleModality.Prohibition ? ConflictPhrases.Prohibits(measure) : ConflictPhrases.Requires(measure);
        string promised = promise.Modality == RuleModality.AllowGuarantee ? "to allow" : "not to require";
        string enforceable = candidate.NotEnforceable ? " The guarantee is not enforceable there." : string.Empty;
        return $"{ConflictPhrases.Name(measure)} {does} what {treaty} binds {parties} {promised}.{enforceable}{Excuses(candidate)}";
    }

    public override string Help(ConflictCandidate candidate) =>
        $"Let the law yield ('subject to {candidate.FirstClause}' in {candidate.LastClause}), invoke an exception of the treaty "
            + $"('invoking …'), reserve the clause ('reserving {candidate.Rules[0].Clause.Name}' where the party adopts it), or "
            + $"{ConflictPhrases.Acknowledge(candidate)}.";

    public override string Title(Conflict conflict) =>
        $"The law of {GroupPhrases.Others(conflict)} breaks {GroupPhrases.First(conflict)}";

    private static string Excuses(ConflictCandidate candidate) => string.Concat(candidate.Excuses.Select(e =>
        $" {e.Clause} {(candidate.Status == ConflictStatus.Excusable && e.IsWhole ? "would excuse it" : "could be invoked")}"
            + $"{(e.Requires.IsEmpty ? string.Empty : $" ({string.Join("; ", e.Requires)})")}."));

    private sealed class Search(RuleBook book) : IConflictDetector
    {
        private readonly RegionSpace _regions = book.Space.Regions;

        private readonly LeaveReader _leaves = new(book);

        public IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others) =>
            rule.Modality == RuleModality.Prohibition ? FindPermissions(rule, resolved)
            : rule.IsGuarantee && rule.Judged is not null ? FindMeasures(rule, resolved)
            : [];

        // Measures in the order that the guarantee judges, for the party it binds.
        private IEnumerable<ConflictCandidate> FindMeasures(Rule guarantee, bool resolved)
        {
            foreach (Rule rule in book.Opponents(guarantee).Where(r => !r.IsLawMaking))
            {
                Region open = Opposed(
                    guarantee, rule, _regions.And(book.UncutWithinOrderAtIssue(guarantee), book.UncutWithinOrderAtIssue(rule)));
                if (book.Cut.Leaves(open))
                {
                    yield return Breach(guarantee, rule, open);
                }
                else if (resolved
                    && Opposed(guarantee, rule,
                    _regions.And(book.Existing, _regions.And(guarantee.Region, rule.Region))) is { IsEmpty: false } overlap)
                {
                    yield return new ConflictCandidate(Instance, ConflictStatus.Resolved, [guarantee, rule], overlap)
                    { NeverBothStand = true, Concerned = [ConcernedLaw.Create(guarantee, overlap)] };
                }
            }
        }

        // Permissions in the law of a party that permit what an instrument between States forbids.
        private IEnumerable<ConflictCandidate> FindPermissions(Rule prohibition, bool resolved)
        {
            ImmutableArray<Rule> permissions =
                [.. book.Opponents(prohibition)
                .Where(p => p.Modality == RuleModality.Permission && !p.IsWeak && !ReferenceEquals(p.Order, prohibition.Order))];
            if (permissions.IsEmpty)
            {
                yield break;
            }

            foreach (TreatyParty party in book.Parties.Parties(prohibition.Clause.Framework)
                .Where(p => p.Place is not OrganisationSymbol))
            {
                Region bound = _regions.Difference(book.Parties.BoundDays(party), book.Parties.Reserved(prohibition.Clause, party));
                ImmutableArray<(Symbol Order, Region Days)> law =
                    [.. book.Parties.LawOf(party).Where(l => !ReferenceEquals(l.Order, prohibition.Order))];
                foreach (Rule permission in permissions)
                {
                    if (law.FirstOrDefault(l => ReferenceEquals(l.Order, permission.Order)) is not { Order: { } order, Days: { } days })
                    {
                        continue;
                    }

                    Region when = _regions.Difference(
                        _regions.And(bound, days), book.Parties.ReservedFor(prohibition.Clause, party, order));
                    if (Permission(prohibition, permission, party, when, resolved) is { } found)
                    {
                        yield return found;
                    }
                }
            }
        }

        private ConflictCandidate? Permission(Rule prohibition, Rule permission, TreatyParty party, Region when, bool resolved)
        {
            Region open = _regions.And(
                when, _regions.And(book.UncutWithinOrderAtIssue(prohibition), book.UncutWithinOrderAtIssue(permission)));
            if (!book.Cut.Leaves(open))
            {
                return null;
            }

            Region unresolved = _regions.Difference(open, StruckDown(prohibition, permission));
            ConflictStatus status = book.Cut.Leaves(unresolved) ? ConflictStatus.Unresolved : ConflictStatus.Resolved;
            Region shown = status == ConflictStatus.Resolved ? open : unresolved;
            return status == ConflictStatus.Resolved && !resolved
                ? null
                : new ConflictCandidate(Instance, status, [prohibition, permission], shown)
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
            if (!book.Cut.Leaves(unresolved))
            {
                return new ConflictCandidate(Instance, ConflictStatus.Resolved, [guarantee, rule], open)
                { Concerned = [ConcernedLaw.Create(guarantee, open)] };
            }

            Region enforceable = _regions.Difference(unresolved, Unenforceable(guarantee.Clause));
            bool isEnforceable = book.Cut.Leaves(enforceable);
            ImmutableArray<PossibleExcuse> excuses = _leaves.Find(guarantee, rule, book.Cut.Of(unresolved), out bool excusable);
            return new ConflictCandidate(Instance,
                excusable && !guarantee.IsSoft && !rule.IsSoft ? ConflictStatus.Excusable : ConflictStatus.Unresolved, [guarantee, rule],
                isEnforceable ? enforceable : unresolved)
            {
                NotEnforceable = !isEnforceable,
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
}

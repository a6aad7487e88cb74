using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Turns law-making clauses into rules: one for each party that may be bound, and each legal order of its law.</summary>
internal sealed class LawLowering
{
    private readonly SemanticModel _model;
    private readonly RegionCompiler _compiler;
    private readonly BoundParties _parties;
    private readonly RegionSpace _regions;
    private readonly ClauseRegions _slots;
    private readonly ClauseRegions _keepingSlots;
    private readonly bool _collides;

    public LawLowering(SemanticModel model, RegionCompiler compiler, BoundParties parties)
    {
        (_model, _compiler, _parties, _regions) = (model, compiler, parties, compiler.Space.Regions);
        _slots = new ClauseRegions(model, compiler);
        _keepingSlots = new ClauseRegions(model, compiler.Keeping);
        HashSet<LawModality> stated = [.. model.Clauses.Select(c => c.Meaning?.LawModality).OfType<LawModality>()];

        // Parties without law matter only where a treaty asks for law another clause guarantees against.
        _collides = ((stated.Contains(LawModality.MustAllow) || stated.Contains(LawModality.MustNotProhibit)
            || stated.Contains(LawModality.MustNotRequire)) && stated.Contains(LawModality.MustProhibit))
            || (stated.Contains(LawModality.MustNotRequire) && stated.Contains(LawModality.MustRequire));
    }

    /// <summary>The rules of one law-making clause, numbered from 0; none for one with errors, or one that is never in force.</summary>
    public IEnumerable<Rule> Lower(ClauseSymbol clause)
    {
        int number = 0;
        if (clause.Meaning is not { LawModality: { } modality } meaning || clause.Framework.Authority is not { } authority)
        {
            yield break;
        }

        ImmutableArray<DayRange> days = _model.Repeals.Remaining(clause);
        bool draft = clause.Framework.IsDraft;
        if (days.IsEmpty && !(draft && _collides))
        {
            yield break;
        }

        Region force = draft ? _regions.Full : _regions.Union(days.Select(_compiler.Days).ToList());
        foreach (TreatyParty party in _parties.Parties(clause.Framework))
        {
            // Most parties have no law here, so that comes first.
            ImmutableArray<Judgement> judgements = [.. Judged(clause, modality, party, authority)];
            Region bound = judgements.IsEmpty ? _regions.Empty
                : _regions.And(_regions.Difference(Bound(clause, party, modality), _parties.Reserved(clause, party)), force);
            foreach (Judgement judgement in bound.IsEmpty ? [] : judgements)
            {
                Region when = _regions.And(bound, judgement.Days);
                foreach (LawPart part in when.IsEmpty ? [] : Parts(clause, modality, Own(clause.Framework, meaning, party)))
                {
                    Region timeless = _regions.And(part.Trigger, part.Act);
                    yield return new Rule(
                        number++,
                        clause,
                        part.Kind,
                        _regions.And(part.Trigger, when),
                        _regions.And(timeless, when),
                        timeless,
                        authority,
                        clause.Framework.EffectiveRank,
                        meaning.IsSoftLaw || clause.Framework.Rank == Rank.Guideline,
                        false)
                    { Party = judgement.Speaker.Place, BoundAs = party.Place, Judged = judgement.Order, IsDraft = draft,
                        IsKeeping = part.IsKeeping, IsMirror = part.IsMirror };
                }
            }
        }
    }

    private static bool IsGuarantee(LawModality modality) =>
        modality is LawModality.MustAllow or LawModality.MustNotProhibit or LawModality.MustNotRequire;

    private static bool IsDuty(LawModality modality) => modality is LawModality.MustProhibit or LawModality.MustRequire;

    private Region Bound(ClauseSymbol clause, TreatyParty party, LawModality modality) =>
        IsGuarantee(modality) ? _regions.And(_parties.Bound(party), _parties.Owed(clause, party)) : _parties.BoundDays(party);

    // A guarantee judges each order separately; a duty judges the law of a member whole.
    private IEnumerable<Judgement> Judged(ClauseSymbol clause, LawModality modality, TreatyParty party, Symbol authority)
    {
        ImmutableArray<(Symbol Order, Region Days)> law = clause.Framework.IsDraft ? [] : [.. _parties.LawOf(party)];
        foreach ((Symbol order, Region days) in IsDuty(modality)
            ? []
            : law.Where(l => l.Order is not BlocSymbol || !ReferenceEquals(l.Order, authority)))
        {
            yield return new Judgement(order, _regions.Difference(days, _parties.ReservedFor(clause, party, order)), party);
        }

        // A member's law may be that of a bloc unrelated to its party.
        if (!_collides && (IsGuarantee(modality) || (law.IsEmpty && !_parties.Members(party).Any(m => _parties.LawOf(m.Member).Any()))))
        {
            yield break;
        }

        foreach ((Symbol member, Region cases) in _parties.Members(party))
        {
            yield return new Judgement(
                null, cases, ReferenceEquals(member, party.Place) ? party : party with { Place = member, Territory = member });
        }
    }

    private IEnumerable<LawPart> Parts(ClauseSymbol clause, LawModality modality, BoundClause meaning)
    {
        Region trigger = Trigger(_slots, meaning);
        yield return new LawPart(Kind(modality), trigger, _slots.Act(meaning));

        if ((modality is LawModality.MustAllow or LawModality.MustNotProhibit or LawModality.MayProhibit)
            && _slots.CoversKeeping(clause, meaning))
        {
            yield return new LawPart(Kind(modality), Trigger(_keepingSlots, meaning), _keepingSlots.ActOfKeeping(meaning))
            { IsKeeping = true };
        }

        // Who may not require a place may not prohibit the others; who may require, may.
        if (meaning.In is not null && (modality is LawModality.MustNotRequire or LawModality.MayRequire))
        {
            yield return new LawPart(modality == LawModality.MayRequire ? RuleModality.PowerToProhibit : RuleModality.AllowGuarantee,
                trigger, _slots.ActElsewhere(meaning)) { IsMirror = true };
        }
    }

    /// <summary>The cases of which a leave speaks for a party while it binds it, what it asks for aside.</summary>
    /// <param name="leave">The leave.</param>
    /// <param name="rule">One of its rules, which says for whom.</param>
    public Region Reach(ClauseSymbol leave, Rule rule) => PartyOf(rule) is not { } party
        ? _regions.Empty
        : _regions.And(
            _regions.And(_regions.Difference(_parties.BoundDays(party), _parties.Reserved(leave, party)),
                _regions.Union(_model.Repeals.Remaining(leave).Select(_compiler.Days).ToList())),
            TimelessReach(leave, rule));

    /// <summary>The same on any day, whether or not it binds anybody then.</summary>
    /// <param name="leave">The leave.</param>
    /// <param name="rule">One of its rules, which says for whom.</param>
    public Region TimelessReach(ClauseSymbol leave, Rule rule)
    {
        if (leave.Meaning is not { LawModality: { } modality } meaning || PartyOf(rule) is not { } party)
        {
            return _regions.Empty;
        }

        BoundClause bare = Own(leave.Framework, meaning, party) with { Conditions = [], Where = [], ApprovedBy = [] };
        return _regions.Union(
            [.. Parts(leave, modality, bare).Where(p => p.Kind == rule.Modality).Select(p => _regions.And(p.Trigger, p.Act))]);
    }

    private TreatyParty? PartyOf(Rule rule) =>
        _parties.Parties(rule.Clause.Framework).FirstOrDefault(p => ReferenceEquals(p.Place, rule.BoundAs));

    /// <summary>The cases of which a clause in force speaks for some party, whether or not that has law in the workspace.</summary>
    public Region Covered(ClauseSymbol clause) => clause.Meaning is { LawModality: { } modality } meaning && !clause.Framework.IsDraft
        ? _regions.Union([.. _parties.Parties(clause.Framework).Select(p => Covered(clause, modality, meaning, p))])
        : _regions.Empty;

    private Region Covered(ClauseSymbol clause, LawModality modality, BoundClause meaning, TreatyParty party)
    {
        Region force = _regions.Union(_model.Repeals.Remaining(clause).Select(_compiler.Days).ToList());
        Region bound = _regions.And(_regions.Difference(Bound(clause, party, modality), _parties.Reserved(clause, party)), force);
        Region members = IsGuarantee(modality) ? _regions.Full : _regions.Union([.. _parties.Members(party).Select(m => m.Cases)]);
        IEnumerable<LawPart> parts = Parts(clause, modality, Own(clause.Framework, meaning, party));
        return _regions.And(_regions.And(bound, members), _regions.Union([.. parts.Select(p => _regions.And(p.Trigger, p.Act))]));
    }

    /// <summary>What the sentence of a law-making clause says of each party, whether or not that has law in the workspace. What follows
    /// for keeping data abroad, and for other places, is left out. A draft is taken as if it were in force on all days.</summary>
    public IEnumerable<LawReach> ReachOf(ClauseSymbol clause)
    {
        if (clause.Meaning is not { LawModality: { } modality } meaning)
        {
            yield break;
        }

        Region force = clause.Framework.IsDraft
            ? _regions.Full
            : _regions.Union(_model.Repeals.Remaining(clause).Select(_compiler.Days).ToList());
        foreach (TreatyParty party in _parties.Parties(clause.Framework))
        {
            BoundClause own = Own(clause.Framework, meaning, party);
            Region bound = _regions.Difference(Bound(clause, party, modality), _parties.Reserved(clause, party));
            Region said = _regions.Intersection(force, Trigger(_slots, own), _slots.Act(own));
            yield return new LawReach(party.Place, Kind(modality), said, _regions.And(bound, said));
        }
    }

    private Region Trigger(ClauseRegions slots, BoundClause meaning) =>
        _regions.And(_regions.And(slots.Trigger(meaning), slots.Conditions(meaning)), slots.Approved(meaning));

    private static RuleModality Kind(LawModality modality) => modality switch
    {
        LawModality.MustAllow or LawModality.MustNotProhibit => RuleModality.AllowGuarantee,
        LawModality.MustNotRequire => RuleModality.NotRequireGuarantee,
        LawModality.MustProhibit => RuleModality.DutyToProhibit,
        LawModality.MustRequire => RuleModality.DutyToRequire,
        LawModality.MayProhibit => RuleModality.PowerToProhibit,
        LawModality.MayRequire => RuleModality.PowerToRequire,
        _ => throw new UnreachableException(),
    };

    private BoundClause Own(FrameworkSymbol framework, BoundClause meaning, TreatyParty party) => meaning with
    {
        Of = Own(framework, meaning.Of, party),
        Collected = Own(framework, meaning.Collected, party),
        From = Own(framework, meaning.From, party),
        To = Own(framework, meaning.To, party),
        In = Own(framework, meaning.In, party),
        Outside = Own(framework, meaning.Outside, party),
    };

    private BoundSet? Own(FrameworkSymbol framework, BoundSet? set, TreatyParty party) => set switch
    {
        BoundOwnTerritory own => new BoundListSet(own.Jurisdictions, false, [party.Territory], []),
        BoundPartiesSet parties =>
            new BoundListSet(parties.Jurisdictions, false, [_parties.PartiesSet(framework, party, parties.WithOwn)], []),
        _ => set,
    };

    // Which order is judged on which days, and for which party or member.
    private sealed record Judgement(Symbol? Order, Region Days, TreatyParty Speaker);

    private sealed record LawPart(RuleModality Kind, Region Trigger, Region Act)
    {
        public bool IsKeeping { get; init; }

        public bool IsMirror { get; init; }
    }
}

using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Turns law-making clauses into rules: one for each party that may be bound and each legal order of its law.</summary>
internal sealed class LawLowering(SemanticModel model, RegionCompiler compiler, BoundParties parties)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly ClauseRegions _slots = new(model, compiler);

    /// <summary>The rules of one law-making clause; none for one with errors, or one that is never in force.</summary>
    public IEnumerable<Rule> Lower(ClauseSymbol clause, int number)
    {
        if (clause.Meaning is not { LawModality: { } modality } meaning || clause.Framework.Authority is not { } authority || clause.Force.IsEmpty)
        {
            yield break;
        }

        Region force = _regions.Union(clause.Force.Select(compiler.Days).ToList());
        foreach ((Symbol party, Region bound) in parties.Of(clause))
        {
            ImmutableArray<(Symbol? Judged, Region Days)> judged = [.. Judged(modality, party, authority)];
            if (judged.IsEmpty)
            {
                continue;
            }

            foreach ((RuleModality kind, Region trigger, Region act) in Parts(clause.ClauseKind, modality, Own(meaning, party)))
            {
                Region timeless = _regions.And(trigger, act);
                foreach ((Symbol? order, Region days) in judged)
                {
                    Region when = _regions.And(_regions.And(bound, days), force);
                    yield return new Rule(
                        number++,
                        clause,
                        kind,
                        _regions.And(trigger, when),
                        _regions.And(timeless, when),
                        timeless,
                        authority,
                        clause.Framework.EffectiveRank,
                        clause.Framework.Rank == Rank.Guideline,
                        false)
                    { Party = party, Judged = order };
                }
            }
        }
    }

    // A duty to make law looks at the party's law as a whole; a guarantee at each legal order in it but its own, which is not a member's doing.
    private IEnumerable<(Symbol? Judged, Region Days)> Judged(LawModality modality, Symbol party, Symbol authority)
    {
        ImmutableArray<(Symbol Order, Region Days)> law = [.. parties.LawOf(party)];
        bool duty = modality is LawModality.MustProhibit or LawModality.MustRequire;
        bool leave = modality is LawModality.MayProhibit or LawModality.MayRequire;
        if ((duty || leave) && !law.IsEmpty)
        {
            yield return (null, _regions.Union(law.Select(l => l.Days).ToList()));
        }

        foreach ((Symbol order, Region days) in duty ? [] : law)
        {
            if (order is not BlocSymbol || !ReferenceEquals(order, authority))
            {
                yield return (order, days);
            }
        }
    }

    private IEnumerable<(RuleModality Kind, Region Trigger, Region Act)> Parts(ClauseKind clause, LawModality modality, BoundClause meaning)
    {
        Region trigger = _regions.And(_regions.And(_slots.Trigger(meaning), _slots.Conditions(meaning)), _slots.Approved(meaning));
        yield return (Kind(modality), trigger, _slots.Act(clause, meaning));

        // Who may not require a place may not prohibit the other places either; who may require it, may.
        if (meaning.In is not null && (modality is LawModality.MustNotRequire or LawModality.MayRequire))
        {
            yield return (
                modality == LawModality.MayRequire ? RuleModality.LeaveToProhibit : RuleModality.AllowGuarantee,
                trigger,
                _slots.ActElsewhere(clause, meaning));
        }
    }

    private static RuleModality Kind(LawModality modality) => modality switch
    {
        LawModality.MustAllow or LawModality.MustNotProhibit => RuleModality.AllowGuarantee,
        LawModality.MustNotRequire => RuleModality.NotRequireGuarantee,
        LawModality.MustProhibit => RuleModality.DutyToProhibit,
        LawModality.MustRequire => RuleModality.DutyToRequire,
        LawModality.MayProhibit => RuleModality.LeaveToProhibit,
        LawModality.MayRequire => RuleModality.LeaveToRequire,
        _ => throw new UnreachableException(),
    };

    private static BoundClause Own(BoundClause meaning, Symbol party) => meaning with
    {
        From = Own(meaning.From, party),
        To = Own(meaning.To, party),
        In = Own(meaning.In, party),
        Outside = Own(meaning.Outside, party),
    };

    private static BoundSet? Own(BoundSet? set, Symbol party) =>
        set is BoundOwnTerritory own ? new BoundListSet(own.Jurisdictions, false, [party], []) : set;
}

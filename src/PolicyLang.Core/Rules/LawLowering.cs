using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Turns law-making clauses into rules: one for each party that may be bound and each legal order of its law.</summary>
internal sealed class LawLowering(SemanticModel model, RegionCompiler compiler, BoundParties parties)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly ClauseRegions _slots = new(model, compiler);
    private readonly ClauseRegions _keepingSlots = new(model, compiler.Keeping);

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

            foreach (LawPart part in Parts(clause, modality, Own(meaning, party)))
            {
                Region timeless = _regions.And(part.Trigger, part.Act);
                foreach ((Symbol? order, Region days) in judged)
                {
                    Region when = _regions.And(_regions.And(bound, days), force);
                    yield return new Rule(
                        number++,
                        clause,
                        part.Kind,
                        _regions.And(part.Trigger, when),
                        _regions.And(timeless, when),
                        timeless,
                        authority,
                        clause.Framework.EffectiveRank,
                        clause.Framework.Rank == Rank.Guideline,
                        false)
                    { Party = party, Judged = order, IsKeeping = part.IsKeeping, IsMirror = part.IsMirror };
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

    private IEnumerable<LawPart> Parts(ClauseSymbol clause, LawModality modality, BoundClause meaning)
    {
        Region trigger = Trigger(_slots, meaning);
        yield return new LawPart(Kind(modality), trigger, _slots.Act(meaning));

        if ((modality is LawModality.MustAllow or LawModality.MustNotProhibit or LawModality.MayProhibit) && _slots.CoversKeeping(clause, meaning))
        {
            yield return new LawPart(Kind(modality), Trigger(_keepingSlots, meaning), _keepingSlots.ActOfKeeping(meaning)) { IsKeeping = true };
        }

        // Who may not require a place may not prohibit the other places either; who may require it, may.
        if (meaning.In is not null && (modality is LawModality.MustNotRequire or LawModality.MayRequire))
        {
            yield return new LawPart(modality == LawModality.MayRequire ? RuleModality.LeaveToProhibit : RuleModality.AllowGuarantee, trigger, _slots.ActElsewhere(meaning)) { IsMirror = true };
        }
    }

    private Region Trigger(ClauseRegions slots, BoundClause meaning) => _regions.And(_regions.And(slots.Trigger(meaning), slots.Conditions(meaning)), slots.Approved(meaning));

    private static RuleModality Kind(LawModality modality) => modality switch
    {
        LawModality.MustAllow or LawModality.MustNotProhibit => RuleModality.AllowGuarantee,
        LawModality.MustNotRequire => RuleModality.NotRequireGuarantee,
        LawModality.MustProhibit => RuleModality.DutyToProhibit,
        LawModality.MustRequire => RuleModality.DutyToRequire,
        LawModality.MayProhibit => RuleModality.LeaveToProhibit,
        _ => RuleModality.LeaveToRequire,
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

    private sealed record LawPart(RuleModality Kind, Region Trigger, Region Act)
    {
        public bool IsKeeping { get; init; }

        public bool IsMirror { get; init; }
    }
}

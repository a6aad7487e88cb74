using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Turns clauses of conduct into rules; <see cref="LawLowering"/> does so for law-making ones.</summary>
internal sealed class RuleLowering(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly ClauseRegions _slots = new(model, compiler);
    private readonly ClauseRegions _keepingSlots = new(model, compiler.Keeping);

    /// <summary>The rules of one clause, numbered from 0; none for a clause with errors, a law-making one, or one that is never in
    /// force.</summary>
    public ImmutableArray<Rule> Lower(ClauseSymbol clause)
    {
        if (clause.Meaning is not { Modality: { } modality } meaning || clause.Framework.Authority is not { } order
            || model.Repeals.Remaining(clause) is not { IsEmpty: false } days)
        {
            return [];
        }

        // A policy binds the organisation and those under it.
        Region own = _slots.CasesOf(order);
        Region force = _regions.Union(days.Select(compiler.Days).ToList());
        var rules = ImmutableArray.CreateBuilder<Rule>(2);
        foreach ((RuleModality kind, Region trigger, Region act, bool weak, bool keeping) in Parts(clause, meaning, modality))
        {
            Region when = _regions.And(trigger, own);
            Region timeless = _regions.And(when, act);
            rules.Add(new Rule(
                rules.Count,
                clause,
                kind,
                _regions.And(when, force),
                _regions.And(timeless, force),
                timeless,
                order,
                clause.Framework.EffectiveRank,
                modality is Modality.Should or Modality.ShouldNot || clause.Framework.Rank == Rank.Guideline,
                weak)
            { IsKeeping = keeping });
        }

        return rules.ToImmutable();
    }

    /// <summary>The cases that fit the pattern of a check: trigger, conditions, approvals and act together.</summary>
    public Region Pattern(BoundClause pattern)
    {
        Region days = pattern.Days.IsEmpty ? _regions.Full : _regions.Union([.. pattern.Days.Select(compiler.Days)]);
        Region trigger = _regions.And(_regions.And(_slots.Trigger(pattern), _slots.Conditions(pattern)), _slots.Approved(pattern));
        Region fits = _regions.And(_regions.And(trigger, days), _slots.Act(pattern));

        // What does not speak of organisations is about cases without one.
        return pattern.OfAnyOrganisation || pattern.Organisation is not null
            || ComparedAttributes.Has(pattern, BuiltInAttributes.Organisation) ? fits : _regions.And(fits, _slots.WithoutOrganisation());
    }

    private IEnumerable<(RuleModality Kind, Region Trigger, Region Act, bool Weak, bool Keeping)> Parts(
        ClauseSymbol clause, BoundClause meaning, Modality modality)
    {
        foreach ((RuleModality kind, Region trigger, Region act, bool weak) in Parts(_slots, meaning, modality, _slots.Act(meaning)))
        {
            yield return (kind, trigger, act, weak, false);
        }

        if (modality is not (Modality.Must or Modality.Should) && _slots.CoversKeeping(clause, meaning))
        {
            foreach ((RuleModality kind, Region trigger, Region act, bool weak) in Parts(
                _keepingSlots, meaning, modality, _keepingSlots.ActOfKeeping(meaning)))
            {
                yield return (kind, trigger, act, weak, true);
            }
        }
    }

    private IEnumerable<(RuleModality Kind, Region Trigger, Region Act, bool Weak)> Parts(
        ClauseRegions slots, BoundClause meaning, Modality modality, Region act)
    {
        Region trigger = slots.Trigger(meaning);
        Region conditions = slots.Conditions(meaning);
        Region approved = slots.Approved(meaning);
        Region when = _regions.And(trigger, conditions);
        switch (modality)
        {
            case Modality.May:
                yield return (
                    meaning.IsExemption ? RuleModality.Exemption : RuleModality.Permission, _regions.And(when, approved), act, false);
                break;
            case Modality.MayOnly:
                Region allowed = _regions.And(when, approved);
                yield return (RuleModality.Permission, allowed, act, true);
                yield return (RuleModality.Prohibition, _regions.Difference(trigger, allowed), act, false);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                yield return (
                    RuleModality.Prohibition, meaning.ApprovedBy.IsEmpty ? when : _regions.Difference(when, approved), act, false);
                break;
            case Modality.NeedNot:
                yield return (RuleModality.Waiver, when, act, false);
                break;
            case Modality.Must or Modality.Should:
                Region due = _regions.And(when, approved);
                yield return (RuleModality.Obligation, due, act, false);
                if (meaning.OnlyIn)
                {
                    yield return (RuleModality.Prohibition, due, slots.ActElsewhere(meaning), false);
                }

                if (slots.OpposedAct(meaning) is { IsEmpty: false } opposed)
                {
                    yield return (RuleModality.Prohibition, due, opposed, false);
                }

                break;
            default:
                throw new UnreachableException();
        }
    }
}

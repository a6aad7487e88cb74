using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Turns clauses of conduct into rules; <see cref="LawLowering"/> does so for law-making ones.</summary>
public sealed class RuleLowering(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly ClauseRegions _slots = new(model, compiler);

    /// <summary>The rules of one clause; none for a clause with errors, a law-making one, or one that is never in force.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="number">The number of its first rule.</param>
    public ImmutableArray<Rule> Lower(ClauseSymbol clause, int number)
    {
        if (clause.Meaning is not { Modality: { } modality } meaning || clause.Framework.Authority is not { } order || clause.Force.IsEmpty)
        {
            return [];
        }

        Region force = _regions.Union(clause.Force.Select(compiler.Days).ToList());
        var rules = ImmutableArray.CreateBuilder<Rule>(2);
        foreach ((RuleModality kind, Region trigger, Region act, bool weak) in Parts(clause, meaning, modality))
        {
            Region timeless = _regions.And(trigger, act);
            rules.Add(new Rule(
                number + rules.Count,
                clause,
                kind,
                _regions.And(trigger, force),
                _regions.And(timeless, force),
                timeless,
                order,
                clause.Framework.EffectiveRank,
                modality is Modality.Should or Modality.ShouldNot || clause.Framework.Rank == Rank.Guideline,
                weak));
        }

        return rules.ToImmutable();
    }

    /// <summary>The cases that fit the pattern of a check: trigger, conditions, approvals and act together.</summary>
    public Region Pattern(BoundClause pattern)
    {
        Region days = pattern.Days.IsEmpty ? _regions.Full : _regions.Union([.. pattern.Days.Select(compiler.Days)]);
        Region trigger = _regions.And(_regions.And(_slots.Trigger(pattern), _slots.Conditions(pattern)), _slots.Approved(pattern));
        return _regions.And(_regions.And(trigger, days), _slots.Act(ClauseKind.Sovereignty, pattern));
    }

    private IEnumerable<(RuleModality Kind, Region Trigger, Region Act, bool Weak)> Parts(ClauseSymbol clause, BoundClause meaning, Modality modality)
    {
        Region trigger = _slots.Trigger(meaning);
        Region conditions = _slots.Conditions(meaning);
        Region approved = _slots.Approved(meaning);
        Region when = _regions.And(trigger, conditions);
        Region act = _slots.Act(clause.ClauseKind, meaning);
        switch (modality)
        {
            case Modality.May:
                yield return (meaning.IsExemption ? RuleModality.Exemption : RuleModality.Permission, _regions.And(when, approved), act, false);
                break;
            case Modality.MayOnly:
                Region allowed = _regions.And(when, approved);
                yield return (RuleModality.Permission, allowed, act, true);
                yield return (RuleModality.Prohibition, _regions.Minus(trigger, allowed), act, false);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                yield return (RuleModality.Prohibition, meaning.ApprovedBy.IsEmpty ? when : _regions.Minus(when, approved), act, false);
                break;
            case Modality.NeedNot:
                yield return (RuleModality.Waiver, when, act, false);
                break;
            case Modality.Must or Modality.Should:
                Region due = _regions.And(when, approved);
                yield return (RuleModality.Obligation, due, act, false);
                if (meaning.OnlyIn)
                {
                    yield return (RuleModality.Prohibition, due, _slots.ActElsewhere(clause.ClauseKind, meaning), false);
                }

                if (_slots.OpposedAct(meaning) is { IsEmpty: false } opposed)
                {
                    yield return (RuleModality.Prohibition, due, opposed, false);
                }

                break;
            default:
                throw new UnreachableException();
        }
    }
}

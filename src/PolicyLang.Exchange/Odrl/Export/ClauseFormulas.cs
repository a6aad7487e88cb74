using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>What one rule of a clause says, slot by slot, before anything prevails over it.</summary>
/// <param name="Modality">What it does.</param>
/// <param name="Trigger">What must be the case, the days aside; parts that hold together, in the order of the sentence.</param>
/// <param name="Act">What the act is, the verb first.</param>
internal sealed record RuleFormula(RuleModality Modality, ImmutableArray<Formula> Trigger, ImmutableArray<Formula> Act);

/// <summary>The rules of a clause as formulas, in the order in which the clause is lowered to rules.</summary>
internal sealed class ClauseFormulas(SemanticModel model, RegionCompiler compiler)
{
    /// <summary>The rules of a clause of conduct.</summary>
    public ImmutableArray<RuleFormula> Of(ClauseSymbol clause)
    {
        if (clause.Meaning is not { Modality: { } modality } meaning)
        {
            return [];
        }

        var plain = new SlotFormulas(model, keeping: false);
        IEnumerable<RuleFormula> rules = Parts(plain, meaning, modality, plain.Act(meaning));
        if (modality is not (Modality.Must or Modality.Should) && new ClauseRegions(model, compiler).CoversKeeping(clause, meaning))
        {
            var keeping = new SlotFormulas(model, keeping: true);
            rules = rules.Concat(Parts(keeping, meaning, modality, keeping.ActOfKeeping(meaning)));
        }

        ImmutableArray<Formula> own = Own(clause.Framework.Authority);
        return [.. rules.Select(r => r with { Trigger = [.. own, .. r.Trigger] })];
    }

    // A policy binds the organisation and those under it.
    private ImmutableArray<Formula> Own(Symbol? authority) =>
        authority is OrganisationSymbol && model.Attribute(BuiltInAttributes.Organisation) is { Taxonomy: { } taxonomy } organisation
            && taxonomy.Find(authority.Name) is { } node
            ? [new NodesAtom(organisation, [node], false, false)]
            : [];

    private static IEnumerable<RuleFormula> Parts(
        SlotFormulas slots, BoundClause meaning, Modality modality, ImmutableArray<Formula> act)
    {
        ImmutableArray<Formula> trigger = slots.Trigger(meaning);
        ImmutableArray<Formula> conditions = slots.Conditions(meaning);
        ImmutableArray<Formula> approved = slots.Approved(meaning);
        switch (modality)
        {
            case Modality.May:
                yield return new(
                    meaning.IsExemption ? RuleModality.Exemption : RuleModality.Permission, [.. trigger, .. conditions, .. approved], act);
                break;
            case Modality.MayOnly:
                yield return new(RuleModality.Permission, [.. trigger, .. conditions, .. approved], act);
                yield return new(RuleModality.Prohibition, [.. trigger, Formula.And([.. conditions, .. approved]).Not()], act);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                ImmutableArray<Formula> unless = approved.IsEmpty ? [] : [Formula.And(approved).Not()];
                yield return new(RuleModality.Prohibition, [.. trigger, .. conditions, .. unless], act);
                break;
            case Modality.NeedNot:
                yield return new(RuleModality.Waiver, [.. trigger, .. conditions], act);
                break;
            case Modality.Must or Modality.Should:
                ImmutableArray<Formula> due = [.. trigger, .. conditions, .. approved];
                yield return new(RuleModality.Obligation, due, act);
                if (meaning.OnlyIn)
                {
                    yield return new(RuleModality.Prohibition, due, slots.ActElsewhere(meaning));
                }

                if (slots.OpposedAct(meaning) is { } opposed)
                {
                    yield return new(RuleModality.Prohibition, due, opposed);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

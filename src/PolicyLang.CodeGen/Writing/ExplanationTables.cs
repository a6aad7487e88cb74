using System.Diagnostics;
using PolicyLang.CodeGen.Tables;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The tables that explanations need: legal orders, rules, precedence.</summary>
internal sealed class ExplanationTables(ModelPlan plan)
{
    private const int RulesPerRow = 4;

    public void Write(CodeWriter code)
    {
        code.Line("private static readonly string[] Orders =").Line("[").Rows(plan.Orders, 8, o => Literals.Text(o.Name)).Line("];").Line();
        TablesFile.Span(code, "Rules", "int", plan.Rules, Rule, RulesPerRow);
        TablesFile.Span(code, "Precedences", "int", plan.Precedences, Precedence, RulesPerRow);
    }

    private string Rule(PlannedRule planned)
    {
        Rule rule = planned.Rule;
        return Row(
            plan.Clause(rule.Clause.QualifiedName).Number, (int)EffectOf(rule), plan.Orders.IndexOf(rule.Order), Root(planned.Applies),
            Root(planned.Due));
    }

    private string Precedence(PlannedPrecedence claim) =>
        Row(claim.Lower, claim.Upper, claim.Step, (int)NumberOf(claim.Principle), Root(claim.Cases));

    private static string Row(params int[] numbers) => string.Join(", ", numbers.Select(Literals.Number));

    private int Root(DiagramNode node) => plan.Tables.Roots[node];

    private static RuleEffect EffectOf(Rule rule) => rule switch
    {
        { IsSoft: true } => RuleEffect.None,
        { Modality: RuleModality.Permission } => rule.IsWeak ? RuleEffect.WeakPermission : RuleEffect.Permission,
        { Modality: RuleModality.Prohibition } => RuleEffect.Prohibition,
        { Modality: RuleModality.Obligation } => RuleEffect.Obligation,
        { Modality: RuleModality.Exemption } => RuleEffect.Exemption,
        _ => RuleEffect.None,
    };

    private static PolicyPrinciple NumberOf(Principle principle) => principle switch
    {
        Principle.Explicit => PolicyPrinciple.Explicit,
        Principle.Superior => PolicyPrinciple.Superior,
        Principle.Specialis => PolicyPrinciple.Specialis,
        Principle.Posterior => PolicyPrinciple.Posterior,
        _ => throw new UnreachableException(),
    };

    // The numbers are those of the runtime's types of the same names.
    private enum RuleEffect
    {
        None,
        Permission,
        WeakPermission,
        Prohibition,
        Obligation,
        Exemption,
    }

    private enum PolicyPrinciple
    {
        Explicit,
        Superior,
        Specialis,
        Posterior,
    }
}

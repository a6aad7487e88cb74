using PolicyLang.CodeGen.Tables;
using PolicyLang.Rules;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The arrays that explanations need: attributes, legal orders, rules, precedence.</summary>
internal sealed class ExplanationTables(ModelPlan plan)
{
    public void Write(CodeWriter code)
    {
        TablesFile.Array(code, "Orders", "string", plan.Orders, o => Literals.Text(o.Name), 8);
        TablesFile.Array(code, "Rules", "PolicyRule", plan.Rules, Rule, 1);
        TablesFile.Array(code, "Precedences", "PolicyPrecedence", plan.Precedences, Precedence, 1);
    }

    private string Rule(PlannedRule planned)
    {
        Rule rule = planned.Rule;
        int order = plan.Orders.IndexOf(rule.Order);
        return $"new({Literals.Number(plan.Clause(rule.Clause.QualifiedName).Number)}, RuleEffect.{Effect(rule)}, "
            + $"{Literals.Number(order)}, {Root(planned.Applies)}, {Root(planned.Due)})";
    }

    private string Precedence(PlannedPrecedence claim) =>
        $"new({Literals.Number(claim.Lower)}, {Literals.Number(claim.Upper)}, {Literals.Number(claim.Step)}, "
            + $"PolicyPrinciple.{claim.Principle}, {Root(claim.Cases)})";

    private string Root(DiagramNode node) => Literals.Number(plan.Tables.Roots[node]);

    private static string Effect(Rule rule) => rule switch
    {
        { IsSoft: true } => "None",
        { Modality: RuleModality.Permission } => rule.IsWeak ? "WeakPermission" : "Permission",
        { Modality: RuleModality.Prohibition or RuleModality.Obligation or RuleModality.Exemption } => rule.Modality.ToString(),
        _ => "None",
    };
}

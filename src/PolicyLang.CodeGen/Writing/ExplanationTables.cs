using PolicyLang.CodeGen.Shape;
using PolicyLang.CodeGen.Tables;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The arrays that explanations need: attributes, legal orders, rules, precedence.</summary>
internal sealed class ExplanationTables(ModelPlan plan)
{
    public void Write(CodeWriter code)
    {
        foreach (TaxonomyShape taxonomy in plan.Shape.Taxonomies)
        {
            WriteTaxonomy(code, taxonomy);
        }

        TablesFile.Array(code, "Attributes", "CaseAttribute", plan.Shape.Members, Attribute, 1);
        TablesFile.Array(code, "Orders", "string", plan.Orders, o => Literals.Text(o.Name), 8);
        TablesFile.Array(code, "Rules", "PolicyRule", plan.Rules, Rule, 1);
        TablesFile.Array(code, "Precedences", "PolicyPrecedence", plan.Precedences, Precedence, 1);
    }

    private void WriteTaxonomy(CodeWriter code, TaxonomyShape taxonomy)
    {
        ImmutableArray<NodeSymbol> nodes = taxonomy.Symbol.Nodes;
        code.Line($"private static readonly TaxonomyModel {Field(taxonomy)} = new(").Line("    [");
        code.Rows(nodes, 8, n => "    " + Literals.Text(n.Name)).Line("    ],").Line("    [");
        (int Node, int Parent)[] edges = [.. nodes.SelectMany(n => n.Parents.Select(p => (n.Index, p.Index)))];
        code.Rows(edges, 12, e => $"    ({Literals.Number(e.Node)}, {Literals.Number(e.Parent)})").Line("    ]);").Line();
    }

    private string Field(TaxonomyShape taxonomy) => "Taxonomy" + Literals.Number(plan.Shape.Taxonomies.IndexOf(taxonomy));

    private string Attribute(CaseMember member)
    {
        string taxonomy = member.Taxonomy is { } shape ? Field(shape) : "null";
        return $"new({Literals.Text(member.Attribute)}, "
            + $"AttributeKind.{(ClockNames.IsHalved(member.Attribute) ? "HalfCount" : member.Type.ToString())}, "
            + $"{(member.Chosen ? "true" : "false")}, {Literals.Number(member.Slot)}, {taxonomy}){Further(member)}";
    }

    private static string Further(CaseMember member)
    {
        string[] set =
            [.. new[] { member.MayComeAbout ? "MayComeAbout = true" : null,
            member.Neutral == 0 ? null : $"Neutral = {Literals.Number(member.Neutral)}" }.OfType<string>()];
        return set.Length == 0 ? string.Empty : $" {{ {string.Join(", ", set)} }}";
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

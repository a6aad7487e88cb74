using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of what a case is made of: taxonomies and attributes, with their names in the policy files.</summary>
internal sealed class VocabularyTables(ModelPlan plan)
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System.CodeDom.Compiler", "PolicyLang.Runtime")
            .Line("/// <summary>What a case is made of, with the names of the policy files.</summary>").Generated()
            .Line("internal static class PolicyVocabulary").Open();
        new VocabularyTables(plan).Write(code);
        return new GeneratedFile("PolicyVocabulary.cs", code.Close().ToString());
    }

    private void Write(CodeWriter code)
    {
        foreach (TaxonomyShape taxonomy in plan.Shape.Taxonomies)
        {
            WriteTaxonomy(code, taxonomy);
        }

        code.Line("public static readonly CaseModel Case = new(").Line("    [").Rows(plan.Shape.Members, 1, m => "    " + Attribute(m))
            .Line("    ],").Line("    [").Rows(plan.Shape.Idle, 8, n => "    " + Literals.Text(n)).Line("    ]);");
    }

    private static void WriteTaxonomy(CodeWriter code, TaxonomyShape taxonomy)
    {
        ImmutableArray<NodeSymbol> nodes = taxonomy.Symbol.Nodes;
        (int Node, int Parent)[] edges = [.. nodes.SelectMany(n => n.Parents.Select(p => (n.Index, p.Index)))];
        code.Line($"public static readonly TaxonomyModel {taxonomy.FieldName} = new(")
            .Line($"    {Literals.Text(taxonomy.Symbol.Name)},").Line("    [")
            .Rows(nodes, 8, n => "    " + Literals.Text(n.Name)).Line("    ],").Line("    [")
            .Rows(edges, 12, e => $"    {Literals.Number(e.Node)}, {Literals.Number(e.Parent)}").Line("    ],").Line("    [")
            .Rows(taxonomy.Numbers, 12, n => "    " + Literals.Number(n)).Line("    ]);").Line();
    }

    private static string Attribute(CaseMember member)
    {
        string taxonomy = member.Taxonomy is { } shape ? shape.FieldName : "null";
        return $"new({Literals.Text(member.Attribute)}, "
            + $"AttributeKind.{(ClockNames.IsHalved(member.Attribute) ? "HalfCount" : member.Type.ToString())}, "
            + $"{(member.Chosen ? "true" : "false")}, {Literals.Number(member.Slot)}, {taxonomy}){Further(member)}";
    }

    private static string Further(CaseMember member)
    {
        string[] set =
            [.. new[]
            {
                member.IsRequired ? "IsRequired = true" : null,
                member.MayComeAbout ? "MayComeAbout = true" : null,
                member.Neutral == 0 ? null : $"Neutral = {Literals.Number(member.Neutral)}",
            }.OfType<string>()];
        return set.Length == 0 ? string.Empty : $" {{ {string.Join(", ", set)} }}";
    }
}

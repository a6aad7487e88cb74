using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of the taxonomies: enums, flags and bit sets.</summary>
internal static class VocabularyFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System", "System.CodeDom.Compiler", "System.Text.Json.Serialization",
            "PolicyLang.Runtime", "PolicyLang.Runtime.Json");
        bool first = true;
        foreach (TaxonomyShape taxonomy in plan.Shape.Taxonomies)
        {
            if (taxonomy.Enum is { } single)
            {
                Separate(code, ref first);
                WriteEnum(code, taxonomy, single, settings);
            }

            if (taxonomy.Set is { } set)
            {
                Separate(code, ref first);
                new NodeSetType(taxonomy, set, taxonomy.UseEnum()).Write(code, settings);
            }
        }

        return new GeneratedFile("Vocabulary.cs", code.ToString());
    }

    /// <summary>The summary of a node: its title, else its name.</summary>
    public static string Describe(NodeSymbol node) => node.Title ?? node.Documentation ?? node.Name;

    private static void Separate(CodeWriter code, ref bool first)
    {
        if (!first)
        {
            code.Line();
        }

        first = false;
    }

    private static void WriteEnum(CodeWriter code, TaxonomyShape taxonomy, string name, CodeGenSettings settings)
    {
        code.Summary(taxonomy.Symbol.Title ?? $"One {taxonomy.Symbol.Name}")
            .Line("/// <remarks>The numbers depend on the names alone; store names all the same.</remarks>").Generated()
            .Line($"[JsonConverter(typeof({name}JsonConverter))]").Line($"{settings.Access} enum {name}").Open()
            .Line("/// <summary>Nothing is said of it.</summary>").Line("Unspecified = 0,");
        foreach (NodeSymbol node in taxonomy.Symbol.Nodes)
        {
            code.Line().Summary(Describe(node)).Remarks(XmlDocs.Link(node.Iri))
                .Line($"{taxonomy.Members[node.Index]} = {Literals.Number(taxonomy.Numbers[node.Index])},");
        }

        code.Close().Line().Line($"/// <summary>{name} in JSON: names as the policy files write them.</summary>").Generated()
            .Line($"{settings.Access} sealed class {name}JsonConverter : NodeJsonConverter<{name}>").Open()
            .Line("/// <summary>A converter.</summary>").Line($"public {name}JsonConverter()").Line($"    : base({taxonomy.Field})").Open()
            .Close().Close();
    }
}

using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of the taxonomies: enums, flags and bit sets.</summary>
internal static class VocabularyFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System");
        bool first = true;
        foreach (TaxonomyShape taxonomy in plan.Shape.Taxonomies)
        {
            if (taxonomy.Enum is { } single)
            {
                Separate(code, ref first);
                WriteEnum(code, taxonomy, single);
            }

            if (taxonomy.Set is { } set)
            {
                Separate(code, ref first);
                if (taxonomy.IsWide)
                {
                    new WideSet(taxonomy, set, taxonomy.Enum ?? set).Write(code);
                }
                else
                {
                    WriteFlags(code, taxonomy, set);
                }
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

    private static void WriteEnum(CodeWriter code, TaxonomyShape taxonomy, string name)
    {
        code.Summary(taxonomy.Symbol.Title ?? $"One {taxonomy.Symbol.Name}").Line($"public enum {name}").Open()
            .Line("/// <summary>None of those that have a name.</summary>").Line("Unspecified = 0,");
        foreach (NodeSymbol node in taxonomy.Symbol.Nodes)
        {
            code.Line().Summary(Describe(node)).Remarks(XmlDocs.Link(node.Iri))
                .Line($"{taxonomy.Members[node.Index]} = {Literals.Number(node.Index + 1)},");
        }

        code.Close();
    }

    private static void WriteFlags(CodeWriter code, TaxonomyShape taxonomy, string name)
    {
        code.Summary($"Any of: {taxonomy.Symbol.Title ?? taxonomy.Symbol.Name}").Line("[Flags]").Line($"public enum {name} : ulong").Open()
            .Line("/// <summary>None at all.</summary>").Line("None = 0,");
        foreach (NodeSymbol node in taxonomy.Symbol.Nodes)
        {
            code.Line().Summary(Describe(node)).Remarks(XmlDocs.Link(node.Iri))
                .Line($"{taxonomy.Members[node.Index]} = 1UL << {Literals.Number(node.Index)},");
        }

        code.Close();
    }
}

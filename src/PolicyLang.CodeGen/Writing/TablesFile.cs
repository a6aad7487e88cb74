using PolicyLang.CodeGen.Tables;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of the decision tables.</summary>
internal static class TablesFile
{
    private const int PerRow = 24;

    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CompiledTables tables = plan.Tables;
        CodeWriter code = FileHeader.Begin(settings, "System.CodeDom.Compiler", "PolicyLang.Runtime")
            .Line("/// <summary>The decision diagrams, compiled from the clauses.</summary>").Generated()
            .Line("internal static class PolicyTables")
                .Open();
        Array(code, "Nodes", "int", tables.Nodes, Literals.Number);
        Array(code, "Variables", "int", tables.Variables, Literals.Number);
        Array(code, "Maps", "ushort", tables.Maps, Literals.Number);
        Array(code, "Numbers", "long", tables.Numbers, Literals.Number);
        Array(code, "Lists", "int", tables.Lists, Literals.Number);
        code.Line("public static readonly DecisionTable Table = new(Nodes, Variables, Maps, Numbers);").Line()
            .Line($"public static readonly OutcomeTable Rulebook = {Outcome(plan.Outcome, tables)};");
        foreach (FrameworkPlan framework in plan.Frameworks)
        {
            code.Line().Line($"public static readonly OutcomeTable {framework.Class} = {Outcome(framework.Outcome, tables)};");
        }

        code.Close();
        return new GeneratedFile("PolicyTables.cs", code.ToString());
    }

    /// <summary>The file of what explanations need.</summary>
    public static GeneratedFile WriteExplanations(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System.CodeDom.Compiler", "PolicyLang.Runtime")
            .Line("/// <summary>What explanations need beyond the tables; made when the first one is asked for.</summary>")
            .Generated().Line("internal static class PolicyExplanations").Open();
        new ExplanationTables(plan).Write(code);
        code.Line("public static readonly PolicyModel Model = new(PolicyTables.Table, PolicyTables.Rulebook, "
            + $"PolicyVocabulary.Case, PolicyManifest.Provenance, [.. Rulebook.Clauses], Orders, {Literals.Number(plan.Steps)}, "
            + $"{Literals.Number(plan.Tables.Roots[plan.Missing])}, Rules, Precedences);").Close();
        return new GeneratedFile("PolicyExplanations.cs", code.ToString());
    }

    /// <summary>A private array of a static class.</summary>
    public static void Array<T>(
        CodeWriter code, string name, string type, IReadOnlyList<T> items, Func<T, string> text, int perRow = PerRow)
    {
        if (items.Count == 0)
        {
            code.Line($"private static readonly {type}[] {name} = [];").Line();
            return;
        }

        code.Line($"private static readonly {type}[] {name} =").Line("[").Rows(items, perRow, text).Line("];").Line();
    }

    private static string Outcome(DiagramNode outcome, CompiledTables tables) =>
        $"new(Table, Lists, {Literals.Number(tables.Roots[outcome])})";
}

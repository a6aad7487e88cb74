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
            .Line("internal static class PolicyTables").Open()
            .Line($"public static readonly OutcomeTable Rulebook = {Outcome(plan.Outcome, tables)};");
        foreach (FrameworkPlan framework in plan.Frameworks)
        {
            code.Line().Line($"public static readonly OutcomeTable {framework.Class} = {Outcome(framework.Outcome, tables)};");
        }

        code.Close().Line()
            .Line("/// <summary>Their numbers.</summary>").Generated()
            .Line("internal sealed class PolicyNumbers : DecisionTable").Open()
            .Line("public static readonly PolicyNumbers Table = new();").Line();
        Array(code, "Nodes", "int", tables.Nodes, Literals.Number);
        Array(code, "Variables", "int", tables.Variables, Literals.Number);
        Array(code, "Maps", "ushort", tables.Maps, Literals.Number);
        Array(code, "Limits", "long", tables.Numbers, Literals.Number);
        Array(code, "Lists", "int", tables.Lists, Literals.Number);
        code.Line("public override TableNumbers Numbers => new(Nodes, Variables, Maps, Limits, Lists);").Close();
        return new GeneratedFile("PolicyTables.cs", code.ToString());
    }

    /// <summary>The file of what explanations need.</summary>
    public static GeneratedFile WriteExplanations(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System", "System.CodeDom.Compiler", "PolicyLang.Runtime")
            .Line("/// <summary>What explanations need beyond the tables; made when the first one is asked for.</summary>")
            .Generated().Line("internal static class PolicyExplanations").Open();
        new ExplanationTables(plan).Write(code);
        code.Line("public static readonly PolicyModel Model = new(PolicyNumbers.Table, PolicyTables.Rulebook, "
            + $"PolicyVocabulary.Case, PolicyManifest.Provenance, [.. Rulebook.Clauses], Orders, {Literals.Number(plan.Steps)}, "
            + $"{Literals.Number(plan.Tables.Roots[plan.Missing])}, Rules, Precedences);").Close();
        return new GeneratedFile("PolicyExplanations.cs", code.ToString());
    }

    /// <summary>Numbers that stay in the assembly.</summary>
    public static void Span<T>(
        CodeWriter code, string name, string type, IReadOnlyList<T> numbers, Func<T, string> text, int perRow = PerRow)
    {
        string property = $"private static ReadOnlySpan<{type}> {name} =>";
        if (numbers.Count == 0)
        {
            code.Line($"{property} [];").Line();
            return;
        }

        code.Line(property).Line("[").Rows(numbers, perRow, text).Line("];").Line();
    }

    // Arrays: code that is not optimized makes an object for each span that it reads.
    private static void Array<T>(CodeWriter code, string name, string type, IReadOnlyList<T> numbers, Func<T, string> text) =>
        code.Line($"private static readonly {type}[] {name} =").Line("[").Rows(numbers, PerRow, text).Line("];").Line();

    private static string Outcome(DiagramNode outcome, CompiledTables tables) =>
        $"new(PolicyNumbers.Table, {Literals.Number(tables.Roots[outcome])})";
}

using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of all frameworks together.</summary>
internal static class RulebookFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System", "System.Collections.Generic", "PolicyLang.Runtime")
            .Line("/// <summary>All frameworks together.</summary>").Line("public static class Rulebook").Open()
            .Line("/// <summary>Every framework.</summary>").Line("public static IReadOnlyList<FrameworkModel> Frameworks { get; } =")
                .Line("[")
            .Rows(plan.Frameworks, 1, f => $"{f.Class}.Framework").Line("];").Line()
            .Line("/// <summary>Every clause.</summary>").Line("public static IReadOnlyList<ClauseModel> Clauses { get; } =").Line("[")
            .Rows(plan.Frameworks, 1, f => $".. {f.Class}.All").Line("];").Line()
            .Line("/// <summary>The conflicts between clauses that precedence does not resolve, as the compiler found them.</summary>")
            .Line("public static IReadOnlyList<ConflictModel> Conflicts { get; } =").Line("[");
        foreach (Conflict conflict in plan.Conflicts)
        {
            WriteConflict(code, plan, conflict);
        }

        code.Line("];").Line()
            .Line("/// <summary>What the law says of a case, all legal orders combined. Allocates nothing.</summary>")
            .Line("/// <param name=\"act\">The case.</param>")
            .Line("public static PolicyOutcome Decide(in Case act)").Open()
            .Answer(settings, "return PolicyTables.Rulebook.Decide(values);").Close().Line()
            .Line("/// <summary>The same answer with its reasons: each legal order, clauses applied and defeated, duties, ways to "
                + "comply.</summary>")
            .Line("/// <param name=\"act\">The case.</param>")
            .Line("public static PolicyDecision Explain(in Case act)").Open()
            .Answer(settings, "return PolicyExplanations.Model.Explain(values);").Close().Close();
        return new GeneratedFile("Rulebook.cs", code.ToString());
    }

    /// <summary>The file of the assessor.</summary>
    public static GeneratedFile WriteAssessor(CodeGenSettings settings) =>
        new("TransferAssessor.cs", FileHeader.Begin(settings, "System", "PolicyLang.Runtime")
        .Line("/// <summary>Answers: may I do this, from where to where, on which ground, and what else must I do?</summary>")
        .Line("public static class TransferAssessor").Open()
        .Line("/// <summary>Assesses one act, a transfer above all.</summary>").Line("/// <param name=\"act\">The case.</param>")
        .Line("public static TransferAssessment Assess(in Case act)").Open()
            .Answer(settings, "return PolicyExplanations.Model.Assess(values);").Close().Close().ToString());

    private static void WriteConflict(CodeWriter code, ModelPlan plan, Conflict conflict) => code
        .Line("    new()")
        .Line("    {")
        .Line($"        Code = {Literals.Text(conflict.Descriptor.Code)},")
        .Line($"        Kind = {Literals.Text(WireNames.NameOf(conflict.Kind))},")
        .Line($"        Status = {Literals.Text(WireNames.NameOf(conflict.Status))},")
        .Line($"        Severity = {Literals.Text(WireNames.NameOf(conflict.Severity))},")
        .Line($"        Clauses = [{string.Join(", ", conflict.Clauses.Select(c => plan.Clause(c).Path))}],")
        .Line($"        Witness = {Literals.Text(CaseSentence.Write(conflict.Witness))},")
        .Line($"        Message = {Literals.Text(conflict.Message)},")
        .Line("    },");
}

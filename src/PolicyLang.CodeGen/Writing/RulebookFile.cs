using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of all frameworks together.</summary>
internal static class RulebookFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(
            settings, "System", "System.CodeDom.Compiler", "System.Collections.Generic", "PolicyLang.Runtime")
            .Line("/// <summary>All frameworks together.</summary>").Generated()
            .Line($"{settings.Access} static class Rulebook").Open()
            .Line("/// <summary>SHA-256 of every policy text, the vocabulary and the settings.</summary>")
            .Line("public static string Fingerprint => PolicyManifest.Provenance.Fingerprint;").Line()
            .Line("/// <summary>Every framework.</summary>").Line("public static IReadOnlyList<FrameworkModel> Frameworks { get; } =")
                .Line("[")
            .Rows(plan.Frameworks, 1, f => $"{f.Class}.Framework").Line("];").Line()
            .Line("/// <summary>Every clause.</summary>").Line("public static IReadOnlyList<ClauseModel> Clauses { get; } =").Line("[")
            .Rows(plan.Frameworks, 1, f => $".. {f.Class}.All").Line("];").Line()
            .Line("/// <summary>The conflicts between clauses that precedence does not resolve, as the compiler found them; accepted ones "
                + "with the reason.</summary>")
            .Line("public static IReadOnlyList<ConflictModel> Conflicts { get; } =").Line("[");
        foreach (Conflict conflict in plan.Conflicts)
        {
            WriteConflict(code, plan, conflict);
        }

        code.Line("];").Line();
        WriteInstance(code);
        WriteAnswers(code, settings);
        code.Close();
        return new GeneratedFile("Rulebook.cs", code.ToString());
    }

    /// <summary>The file of the assessor.</summary>
    public static GeneratedFile WriteAssessor(CodeGenSettings settings) =>
        new("TransferAssessor.cs", FileHeader.Begin(settings, "System", "System.CodeDom.Compiler", "PolicyLang.Runtime")
        .Line("/// <summary>Answers: may I do this, from where to where, on which ground, and what else must I do?</summary>").Generated()
        .Line($"{settings.Access} static class TransferAssessor").Open()
        .Answer(
            settings, "Assesses one act, a transfer above all.", "TransferAssessment Assess",
            "return PolicyExplanations.Model.Assess(values, whenIncomplete);").Close().ToString());

    private static void WriteInstance(CodeWriter code) => code
        .Line("/// <summary>What the rulebook was made from, and what it holds.</summary>")
        .Line("public static RulebookManifest Manifest { get; } = new(PolicyManifest.Provenance, PolicyManifest.Sources, Frameworks, "
            + "Conflicts);").Line()
        .Line("/// <summary>The rulebook as something that can be handed on and replaced in a test.</summary>")
        .Line("public static IRulebook<Case> Instance { get; } = new AsInstance();").Line();

    private static void WriteAnswers(CodeWriter code, CodeGenSettings settings)
    {
        code.Answer(
            settings, "What the law says of a case, all legal orders combined. Allocates nothing.", "PolicyOutcome Decide",
            AnswerBody.Decide("PolicyTables.Rulebook")).Line()
        .Answer(
            settings, "The same answer with its reasons: each legal order, clauses applied and defeated, duties, ways to comply.",
            "PolicyDecision Explain", "return PolicyExplanations.Model.Explain(values, whenIncomplete);").Line()
        .Line("/// <summary>What keeps a case from being decided; none for one that can be.</summary>")
        .Line("/// <param name=\"act\">The case.</param>")
        .Line("public static IReadOnlyList<CaseProblem> Validate(in Case act)")
        .Body(settings, "return PolicyExplanations.Model.Validate(values);").Line()
        .Line("private sealed class AsInstance : IRulebook<Case>").Open()
        .Line("public string Fingerprint => Rulebook.Fingerprint;").Line()
        .Line("public RulebookManifest Manifest => Rulebook.Manifest;").Line();
        foreach ((string result, string method, string from) in (IEnumerable<(string, string, string)>)
            [("PolicyOutcome", "Decide", "Rulebook"), ("PolicyDecision", "Explain", "Rulebook"),
            ("TransferAssessment", "Assess", "TransferAssessor")])
        {
            code.Line($"public {result} {method}(in Case act, WhenIncomplete whenIncomplete) => {from}.{method}(act, whenIncomplete);")
                .Line();
        }

        code.Line("public IReadOnlyList<CaseProblem> Validate(in Case act) => Rulebook.Validate(act);").Close();
    }

    private static void WriteConflict(CodeWriter code, ModelPlan plan, Conflict conflict) => code
        .Line("    new()")
        .Line("    {")
        .Line($"        Code = {Literals.Text(conflict.Descriptor.Code)},")
        .Line($"        Kind = {Literals.Text(WireNames.NameOf(conflict.Kind))},")
        .Line($"        Status = {Literals.Text(WireNames.NameOf(conflict.Status))},")
        .Line($"        Severity = {Literals.Text(WireNames.NameOf(conflict.Severity))},")
        .Line($"        Clauses = [{string.Join(", ", conflict.Clauses.Select(c => plan.Clause(c).Path))}],")
        .Line($"        Witness = {Literals.Text(CaseSentence.Write(conflict.Witness))},")
        .Line($"        WitnessJson = {Literals.Text(CaseText.ToJson(conflict.Witness))},")
        .Line($"        Message = {Literals.Text(conflict.Message)},")
        .Line($"        AcceptedBecause = {Literals.Text(conflict.AcceptedBecause)},")
        .Line("    },");
}

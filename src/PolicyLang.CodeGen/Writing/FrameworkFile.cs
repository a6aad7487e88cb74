using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of one framework: its metadata, its clauses, and what it answers.</summary>
internal static class FrameworkFile
{
    public static GeneratedFile Write(FrameworkPlan plan, CodeGenSettings settings)
    {
        FrameworkSymbol framework = plan.Symbol;
        CodeWriter code = FileHeader.Begin(
            settings, "System", "System.CodeDom.Compiler", "System.Collections.Generic", "PolicyLang.Runtime")
            .Summary(framework.Title ?? framework.Name)
            .Remarks(XmlDocs.Sentence(framework.Documentation), XmlDocs.Sentence(framework.Citation), XmlDocs.Link(framework.Source))
            .Generated().Line($"{settings.Access} static class {plan.Class}")
            .Open();
        WriteFramework(code, framework);
        WriteAnswers(code, plan, settings);
        code.Summary("The clauses of the framework").Line("public static class Clauses").Open();
        foreach (ClausePlan clause in plan.Clauses)
        {
            WriteClause(code, clause);
            code.Line();
        }

        code.Line($"internal static IReadOnlyList<ClauseModel> All {{ get; }} = [{string.Join(", ", plan.Clauses.Select(c => c.Member))}];")
            .Close().Close();
        return new GeneratedFile(plan.Class + ".cs", code.ToString());
    }

    private static void WriteFramework(CodeWriter code, FrameworkSymbol framework)
    {
        code.Summary("The framework itself").Line("public static FrameworkModel Framework { get; } = new()").Open()
            .Line($"Name = {Literals.Text(framework.Name)},");
        Optional(code, "Title", framework.Title);
        Optional(code, "Citation", framework.Citation);
        Optional(code, "Source", framework.Source);
        code.Line($"Authority = {Literals.Text(framework.Authority?.Name ?? string.Empty)},")
            .Line($"Rank = FrameworkRank.{framework.Rank},")
            .Line($"InForce = {Literals.Periods(framework.Force)},")
            .Line($"Position = {Literals.Position(framework.Location)},")
            .Close(";").Line();
    }

    private static void WriteAnswers(CodeWriter code, FrameworkPlan plan, CodeGenSettings settings)
    {
        code.Summary("Every clause, in the order of the policy files").Line("public static IReadOnlyList<ClauseModel> All => Clauses.All;")
            .Line()
            .Answer(
                settings,
                "What those clauses of the framework say of a case that stand against all others. Allocates nothing.",
                "PolicyOutcome Decide",
                AnswerBody.Decide($"PolicyTables.{plan.Class}")).Line()
            .Answer(
                settings,
                "The same answer with its reasons: clauses applied and defeated, duties, ways to comply.",
                "PolicyDecision Explain",
                $"return PolicyExplanations.Model.Explain(Framework, PolicyTables.{plan.Class}, values, whenIncomplete);").Line();
    }

    private static void WriteClause(CodeWriter code, ClausePlan plan)
    {
        ClauseSymbol clause = plan.Symbol;
        string? cites = clause.Cites is { } article ? $" ({article})" : null;
        code.Summary((clause.Title ?? clause.Name) + cites)
            .Remarks(XmlDocs.Sentence(clause.Documentation), XmlDocs.Link(clause.Framework.Source))
            .Line($"public static ClauseModel {plan.Member} {{ get; }} = new()").Open()
            .Line("Framework = Framework,")
            .Line($"Name = {Literals.Text(clause.Name)},")
            .Line($"Kind = ClauseKind.{clause.ClauseKind},")
            .Line($"Modality = ClauseModality.{clause.ModalityName},");
        Optional(code, "Title", clause.Title);
        Optional(code, "Citation", clause.Cites);
        Optional(code, "Remarks", clause.Documentation);
        code.Line($"InForce = {Literals.Periods(clause.Force)},")
            .Line($"Position = {Literals.Position(clause.Location)},")
            .Close(";");
    }

    private static void Optional(CodeWriter code, string property, string? value)
    {
        if (value is not null)
        {
            code.Line($"{property} = {Literals.Text(value)},");
        }
    }
}

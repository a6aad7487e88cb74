using System.Diagnostics;
using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of the case.</summary>
internal static class CaseFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System", "System.CodeDom.Compiler", "System.Collections.Generic",
            "System.Text.Json.Serialization", "PolicyLang.Runtime", "PolicyLang.Runtime.Json")
            .Line("/// <summary>One act in one situation: a value for every attribute that the clauses look at. What is left out is "
                + "neutral. In JSON it is the object that <c>policyc decide</c> takes.</summary>")
            .Generated().Line("[JsonConverter(typeof(CaseJsonConverter<Case>))]")
            .Line($"{settings.Access} readonly record struct Case : ICase<Case>").Open()
            .Line("/// <summary>A case in which nothing but its date is said.</summary>").Line("public Case()").Open().Close();
        foreach (CaseMember member in plan.Shape.Members)
        {
            string required = member.Attribute == BuiltInAttributes.Date ? "required " : string.Empty;
            string neutral = member.Neutral == 0 ? string.Empty : $" = {Literals.Number(member.Neutral)};";
            code.Line().Summary(member.Description ?? member.Attribute)
                .Remarks(member.Chosen ? "Decided by whoever has to comply." : null)
                .Line($"public {required}{member.CSharpType} {member.Property} {{ get; init; }}{neutral}");
        }

        WriteMethods(code, settings);
        code.Close().Line();
        WriteValues(code, plan);
        return new GeneratedFile("Case.cs", code.ToString());
    }

    private static void WriteMethods(CodeWriter code, CodeGenSettings settings) => code.Line()
        .Line("/// <summary>Reads a case that comes from outside; true for one that can be decided.</summary>")
        .Line("/// <param name=\"json\">A JSON object as <c>policyc decide</c> takes it.</param>")
        .Line("/// <param name=\"act\">The case.</param>")
        .Line("/// <param name=\"problems\">What is wrong, and what to write instead.</param>")
        .Line("public static bool TryCreate(string json, out Case act, out IReadOnlyList<CaseProblem> problems)").Open()
        .Line("if (CaseJson.TryRead(json, out act, out problems))").Open().Line("problems = act.Validate();").Close().Line()
        .Line("return problems.Count == 0;").Close().Line()
        .Line("/// <summary>What keeps the case from being decided; none for one that can be.</summary>")
        .Line("public IReadOnlyList<CaseProblem> Validate() => Rulebook.Validate(this);").Line()
        .Line("/// <summary>The case as <c>policyc decide</c> takes it: <c>date=2024-03-01 actor=Exporter</c>.</summary>")
        .Line("public override string ToString()").Open()
        .Line("Span<long> values = stackalloc long[CaseValues.Count];").Line("CaseValues.Write(this, values);")
        .Line("return PolicyVocabulary.Case.Describe(values);").Close().Line()
        .Line("static CaseModel ICase<Case>.Model => PolicyVocabulary.Case;").Line()
        .Line("static Case ICase<Case>.Create(ReadOnlySpan<long> values) => CaseValues.Read(values);").Line()
        .Line("void ICase<Case>.CopyTo(Span<long> values) => CaseValues.Write(this, values);");

    private static void WriteValues(CodeWriter code, ModelPlan plan)
    {
        code.Line("/// <summary>How the tables keep a case.</summary>").Generated().Line("internal static class CaseValues").Open()
            .Line($"public const int Count = {Literals.Number(plan.Shape.Slots)};").Line()
            .Line("/// <summary>Every required fact is there.</summary>").Line("public const int Complete = 0;").Line()
            .Line("/// <summary>One is left out that the answer may rest on.</summary>").Line("public const int Incomplete = 1;").Line()
            .Line("/// <summary>A value names nothing, or date or action is left out.</summary>").Line("public const int Unusable = 2;")
            .Line()
            .Line("/// <summary>Writes the values, and says what can be done with them.</summary>")
            .Line("public static int Write(in Case act, Span<long> values)").Open();
        foreach (CaseMember member in plan.Shape.Members)
        {
            code.Line(member.Type == AttributeType.NodeSet
                ? $"act.{member.Property}.Write(values.Slice({Literals.Number(member.Slot)}, {Literals.Number(member.Slots)}));"
                : $"values[{Literals.Number(member.Slot)}] = {Value(member)};");
        }

        string[] signed = [.. plan.Shape.Members.Where(m => m.Type is AttributeType.Node or AttributeType.Count).Select(Slots)];
        string[] unusable =
        [
            .. plan.Shape.Members.Where(m => m.IsAlwaysRequired).Select(IsAbsent),
            .. signed.Length == 0 ? [] : (string[])[signed.Length == 1 ? $"{signed[0]} < 0" : $"({string.Join(" | ", signed)}) < 0"],
        ];
        string[] absent = [.. plan.Shape.Members.Where(m => m.IsRequired && !m.IsAlwaysRequired).Select(IsAbsent)];
        string usable = absent.Length == 0 ? "Complete" : $"{string.Join(" || ", absent)} ? Incomplete : Complete";
        code.Line($"return {string.Join(" || ", unusable)} ? Unusable : {usable};").Close().Line()
            .Line("public static Case Read(ReadOnlySpan<long> values) => new()").Open();
        foreach (CaseMember member in plan.Shape.Members)
        {
            code.Line($"{member.Property} = {Reading(member)},");
        }

        code.Close(";").Close();
    }

    private static string IsAbsent(CaseMember member) => member.Slots == 1 ? $"{Slots(member)} == 0" : $"({Slots(member)}) == 0";

    private static string Slots(CaseMember member) => string.Join(
        " | ", Enumerable.Range(member.Slot, member.Slots).Select(slot => $"values[{Literals.Number(slot)}]"));

    private static string Value(CaseMember member) => member.Type switch
    {
        AttributeType.Flag => $"act.{member.Property} ? 1 : 0",
        AttributeType.Count => $"act.{member.Property}",
        AttributeType.Date => $"act.{member.Property}.DayNumber",
        AttributeType.Node => $"{member.Taxonomy?.Field}.Keep((int)act.{member.Property})",
        _ => throw new UnreachableException(),
    };

    private static string Reading(CaseMember member)
    {
        string value = $"values[{Literals.Number(member.Slot)}]";
        return member.Type switch
        {
            AttributeType.Flag => $"{value} != 0",
            AttributeType.Count => value,
            AttributeType.Date => $"DateOnly.FromDayNumber((int){value})",
            AttributeType.Node => $"({member.CSharpType}){member.Taxonomy?.Field}.NumberOf({value})",
            AttributeType.NodeSet =>
                $"{member.CSharpType}.Read(values.Slice({Literals.Number(member.Slot)}, {Literals.Number(member.Slots)}))",
            _ => throw new UnreachableException(),
        };
    }
}

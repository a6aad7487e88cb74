using System.Diagnostics;
using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file of the case.</summary>
internal static class CaseFile
{
    public static GeneratedFile Write(ModelPlan plan, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System")
            .Line("/// <summary>One act in one situation: a value for every attribute that the clauses look at. What is left out is "
                + "neutral.</summary>")
            .Line("public readonly record struct Case").Open()
            .Line("/// <summary>A case in which nothing but its date is said.</summary>").Line("public Case()").Open().Close();
        foreach (CaseMember member in plan.Shape.Members)
        {
            string required = member.Attribute == BuiltInAttributes.Date ? "required " : string.Empty;
            string neutral = member.Neutral == 0 ? string.Empty : $" = {Literals.Number(member.Neutral)};";
            code.Line().Summary(member.Description ?? member.Attribute)
                .Remarks(member.Chosen ? "Decided by whoever has to comply." : null)
                .Line($"public {required}{member.CSharpType} {member.Property} {{ get; init; }}{neutral}");
        }

        code.Close().Line()
            .Line("/// <summary>How the tables keep a case.</summary>").Line("internal static class CaseValues").Open()
            .Line($"public const int Count = {Literals.Number(plan.Shape.Slots)};").Line()
            .Line("public static void Write(in Case act, Span<long> values)").Open();
        foreach (CaseMember member in plan.Shape.Members)
        {
            code.Line(member is { Type: AttributeType.NodeSet, Taxonomy.IsWide: true }
                ? $"act.{member.Property}.Write(values.Slice({Literals.Number(member.Slot)}));"
                : $"values[{Literals.Number(member.Slot)}] = {Value(member)};");
        }

        code.Close().Close();
        return new GeneratedFile("Case.cs", code.ToString());
    }

    private static string Value(CaseMember member) => member.Type switch
    {
        AttributeType.Flag => $"act.{member.Property} ? 1 : 0",
        AttributeType.Count => $"act.{member.Property}",
        AttributeType.Date => $"act.{member.Property}.DayNumber",
        AttributeType.Node or AttributeType.NodeSet => $"(long)act.{member.Property}",
        _ => throw new UnreachableException(),
    };
}

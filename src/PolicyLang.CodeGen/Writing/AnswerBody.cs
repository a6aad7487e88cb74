namespace PolicyLang.CodeGen.Writing;

/// <summary>What the methods that answer have in common.</summary>
internal static class AnswerBody
{
    private const string Broken = "throw new InvalidOperationException(\"The policy files have errors, so there are no answers.\");";

    /// <summary>The statements that decide: what explanations need is touched only where the answer rests on what is left out.</summary>
    /// <param name="outcomes">The outcomes.</param>
    public static string[] Decide(string outcomes) =>
    [
        "PolicyOutcome outcome = state switch",
        "{",
        $"    CaseValues.Complete => {outcomes}.Decide(values),",
        $"    CaseValues.Incomplete => {outcomes}.Decide(PolicyVocabulary.Case, values),",
        "    _ => PolicyOutcome.Undetermined,",
        "};",
        "return outcome != PolicyOutcome.Undetermined",
        "    ? outcome",
        $"    : PolicyExplanations.Model.Decide({outcomes}, values, whenIncomplete);",
    ];

    /// <summary>A method that takes a case <c>act</c> and what to do where it is incomplete.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="summary">What it answers.</param>
    /// <param name="signature">Its result and name.</param>
    /// <param name="statements">What it does with the <c>values</c> of the case; <c>state</c> says whether it has all that is
    /// required.</param>
    public static CodeWriter Answer(
        this CodeWriter code, CodeGenSettings settings, string summary, string signature, params string[] statements)
    {
        code.Line($"/// <summary>{summary}</summary>").Line("/// <param name=\"act\">The case.</param>")
            .Line("/// <param name=\"whenIncomplete\">What to do where the case leaves out what its answer rests on.</param>")
            .Line("/// <exception cref=\"InvalidCaseException\">A value names nothing, or a required fact is missing.</exception>")
            .Line($"public static {signature}(in Case act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse)");
        return Body(code, settings, statements);
    }

    /// <summary>The body of a method that works on the <c>values</c> of a case <c>act</c>.</summary>
    public static CodeWriter Body(this CodeWriter code, CodeGenSettings settings, params string[] statements)
    {
        code.Open();
        if (settings.IsStub)
        {
            return code.Line(Broken).Close();
        }

        bool asks = statements.Any(s => s.Contains("state "));
        code.Line("Span<long> values = stackalloc long[CaseValues.Count];")
            .Line($"{(asks ? "int state = " : string.Empty)}CaseValues.Write(act, values);");
        foreach (string statement in statements)
        {
            code.Line(statement);
        }

        return code.Close();
    }
}

namespace PolicyLang.CodeGen.Writing;

/// <summary>What the methods that answer have in common.</summary>
internal static class AnswerBody
{
    /// <summary>The body of a method that takes a case <c>act</c>: the statement that returns works on its <c>values</c>.</summary>
    public static CodeWriter Answer(this CodeWriter code, CodeGenSettings settings, string statement) => settings.IsStub
        ? code.Line("throw new InvalidOperationException(\"The policy files have errors, so there are no answers.\");")
        : code.Line("Span<long> values = stackalloc long[CaseValues.Count];").Line("CaseValues.Write(act, values);").Line(statement);
}

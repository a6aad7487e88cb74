namespace PolicyLang.Decisions;

/// <summary>A case as JSON, in the form of witnesses.</summary>
internal static class CaseText
{
    public static string ToJson(CaseFacts facts) =>
        "{" + string.Join(",", facts.Facts.Select(f => $"{Quote(f.Attribute)}:{Value(f)}")) + "}";

    private static string Value(Fact fact) => fact.Value switch
    {
        SetValue set => "[" + string.Join(",", set.Names.Select(Quote)) + "]",
        FlagValue or CountValue or HalvedValue => RawFact.FromFact(fact).Values[0],
        _ => Quote(RawFact.FromFact(fact).Values[0]),
    };

    // Names have no control characters.
    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}

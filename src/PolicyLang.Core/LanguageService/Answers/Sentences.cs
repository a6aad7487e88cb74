namespace PolicyLang.LanguageService.Answers;

/// <summary>Makes sentences of phrases.</summary>
internal static class Sentences
{
    /// <summary>A phrase as a sentence; a name at its beginning stays as it is.</summary>
    public static string Begin(string phrase) =>
        phrase.Length == 0 || char.IsUpper(phrase[0]) ? End(phrase) : End(char.ToUpperInvariant(phrase[0]) + phrase.Substring(1));

    private static string End(string phrase) => phrase.EndsWith(".", StringComparison.Ordinal) ? phrase : phrase + ".";
}

using PolicyLang.Testing;

namespace PolicyLang.Tests.Parsing;

/// <summary>The texts that the parser's tests share.</summary>
internal static class Texts
{
    /// <summary>Examples, prelude and the language pages.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Real { get; } =
    [
        .. Repository.Files("tests/cases/first-examples", "*.policy")
            .Concat(Repository.Files("src/PolicyLang.Core/Prelude", "*.policy"))
            .Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))),
        .. Repository.Files("docs/language", "*.md").Select(f => new KeyValuePair<string, string>(f.Replace(".md", ".policy.md", StringComparison.Ordinal), Repository.Read(f))),
    ];

    /// <summary>Examples and generated laws, the ones that edits start from.</summary>
    public static ImmutableArray<string> Laws { get; } =
        [.. Real.Where(f => f.Key.StartsWith("tests/cases/first-examples", StringComparison.Ordinal)).Select(f => f.Value), .. CorpusGenerator.Frameworks(60, 7).Select(f => f.Value)];
}

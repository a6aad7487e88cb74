using PolicyLang.Parsing;
using PolicyLang.Syntax;

namespace PolicyLang.Prelude;

/// <summary>The vocabulary's trees, read from the forms made of its files where those fit.</summary>
internal static class PreludeTrees
{
    /// <summary>The trees, in the order of <see cref="PreludeFiles.All"/>.</summary>
    public static ImmutableArray<SyntaxTree> All { get; } = [.. PreludeFiles.All.Select(f => Read(f.Key, f.Value))];

    // Where the vocabulary was changed and its form is not made yet, the text counts.
    private static SyntaxTree Read(string file, string text) =>
        (PreludeFiles.FormOf(file) is { } form ? PreparedForm.Read(file, text, form) : null) ?? PolicyParser.Parse(file, text);
}

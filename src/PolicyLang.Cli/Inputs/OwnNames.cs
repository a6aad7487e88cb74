using PolicyLang.Law;
using PolicyLang.Prelude;

namespace PolicyLang.Cli.Inputs;

/// <summary>Names for files of the user that no file of the vocabulary or of the law library has.</summary>
internal static class OwnNames
{
    private static readonly Lazy<ImmutableHashSet<string>> Law =
        new(() => LawLibrary.Files.Select(f => f.Path).ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>A relative path as the name of a file: itself, or after <c>./</c> where a file that ships has that name.</summary>
    public static string Of(string path) =>
        path.StartsWith(PreludeFiles.Prefix, StringComparison.Ordinal)
        || (path.StartsWith("law/", StringComparison.Ordinal) && Law.Value.Contains(path))
            ? "./" + path
            : path;
}

namespace PolicyLang.Cli.Commands;

/// <summary>Words of a command that takes paths and something else, told apart.</summary>
/// <param name="Paths">Files, folders and globs.</param>
/// <param name="Others">All other words.</param>
internal sealed record MixedArguments(ImmutableArray<string> Paths, ImmutableArray<string> Others)
{
    /// <summary>A word that exists, or looks like a path and is no <c>name=value</c>, is a path.</summary>
    public static MixedArguments Split(IEnumerable<string> words, CommandHost host)
    {
        ILookup<bool, string> parts = words.Where(word => word != "-").ToLookup(word => IsPath(word, host));
        return new MixedArguments([.. parts[true]], [.. parts[false]]);
    }

    private static bool IsPath(string word, CommandHost host)
    {
        string full = host.FullPath(word);
        return File.Exists(full)
            || Directory.Exists(full)
            || (!word.Contains('=', StringComparison.Ordinal) && word.AsSpan().IndexOfAny("/\\.*") >= 0);
    }
}

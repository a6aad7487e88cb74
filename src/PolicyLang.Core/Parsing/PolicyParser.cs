using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Turns text into a tree. Total: every text has a tree, and the tree holds every character of it.</summary>
internal static class PolicyParser
{
    // Characters; fewer are parsed sooner than a second worker has started.
    private const int LeastShared = 100_000;

    /// <summary>What the names of literate files end with.</summary>
    public const string LiterateExtension = ".policy.md";

    /// <param name="file">The file's name; <c>.policy.md</c> makes it literate.</param>
    /// <param name="text">Its text.</param>
    public static SyntaxTree Parse(string file, string text) => Parse(null, file, text);

    /// <summary>Parses a text, reusing the islands of an earlier tree whose text is the same.</summary>
    /// <param name="previous">The earlier tree; null for none.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="workers">How many islands may be parsed at a time.</param>
    public static SyntaxTree Parse(SyntaxTree? previous, string file, string text, int workers = 1)
    {
        var source = new SourceText(text);
        var builder = new TreeBuilder(file, source, previous, workers);
        if (file.EndsWith(LiterateExtension, StringComparison.OrdinalIgnoreCase))
        {
            builder.AddLiterate(Fences.FindIn(source));
        }
        else
        {
            builder.AddCode(new TextSpan(0, text.Length));
        }

        return builder.Build();
    }

    /// <summary>Parses files, each in the place of the earlier tree of its name.</summary>
    /// <param name="earlier">The earlier trees.</param>
    /// <param name="files">Names and texts.</param>
    /// <param name="workers">How many files, or islands of a file, may be parsed at a time.</param>
    public static SyntaxTree[] Parse(
        IReadOnlyDictionary<string, SyntaxTree> earlier, IReadOnlyList<KeyValuePair<string, string>> files, int workers)
    {
        // Of one file alone its islands are shared out.
        bool share = files.Count > 1 && files.Sum(f => (long)f.Value.Length) >= LeastShared;
        return InOrder.Select(files, share ? workers : 1, file => Parse(
            earlier.TryGetValue(file.Key, out SyntaxTree? tree) ? tree : null, file.Key, file.Value, share ? 1 : workers));
    }
}

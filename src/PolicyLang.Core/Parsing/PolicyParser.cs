using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Turns text into a tree. Total: every text has a tree, and the tree holds every character of it.</summary>
internal static class PolicyParser
{
    /// <summary>What the names of literate files end with.</summary>
    public const string LiterateExtension = ".policy.md";

    /// <param name="file">The file's name; <c>.policy.md</c> makes it literate.</param>
    /// <param name="text">Its text.</param>
    public static SyntaxTree Parse(string file, string text) => Parse(null, file, text);

    /// <summary>Parses a text, reusing the islands of an earlier tree whose text is the same.</summary>
    public static SyntaxTree Parse(SyntaxTree? previous, string file, string text)
    {
        var source = new SourceText(text);
        var builder = new TreeBuilder(file, source, previous);
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
}

using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>Adds declarations to a file.</summary>
internal static class EndOfPolicy
{
    /// <summary>The edit that adds them after all others; in a literate file, to the last fence.</summary>
    public static FileEdit Append(SyntaxTree tree, string text)
    {
        int end = tree.Text.Length;
        foreach (SyntaxBlock island in tree.Islands.Reverse().TakeWhile(i => i.Kind == SyntaxBlockKind.Markdown))
        {
            end -= island.Text.Length;
        }

        string separator = end == 0 || tree.Text.Content[end - 1] == '\n' ? "\n" : "\n\n";
        return new FileEdit(tree.File, new TextEdit(new TextSpan(end, 0), separator + text));
    }
}

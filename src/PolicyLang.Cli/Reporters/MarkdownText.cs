using System.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>Words of somebody else inside Markdown: none of them is markup, a link or a line of its own.</summary>
internal static class MarkdownText
{
    private const string Marks = @"\`*_{}[]<>()#+!|~&";

    /// <summary>The words with every mark escaped.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (char letter in Display.Clean(words))
        {
            if (Marks.Contains(letter, StringComparison.Ordinal))
            {
                text.Append('\\');
            }

            text.Append(letter);
        }

        return text.ToString();
    }
}

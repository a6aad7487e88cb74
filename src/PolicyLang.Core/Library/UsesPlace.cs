using PolicyLang.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Text;

namespace PolicyLang.Library;

/// <summary>Where a file takes a further framework of the library.</summary>
internal static class UsesPlace
{
    private const string Comment = "//";
    private const string Documentation = "///";
    private const string Fence = "```policy";
    private const string Uses = "uses ";

    /// <summary>The edit that makes a file use a framework: a line above others of its kind, else above the first declaration.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="framework">The framework.</param>
    public static TextEdit EditFor(string file, SourceText text, string framework)
    {
        bool inCode = !file.EndsWith(PolicyParser.LiterateExtension, StringComparison.OrdinalIgnoreCase);
        int start = 0;
        int found = 0;
        bool isFound = false;
        foreach (string line in text.Content.Split('\n'))
        {
            string said = line.Trim();
            if (inCode && line.StartsWith(Uses, StringComparison.Ordinal))
            {
                return new TextEdit(new TextSpan(start, 0), $"{Uses}{framework}\n");
            }

            bool header = said.Length == 0
                || (said.StartsWith(Comment, StringComparison.Ordinal) && !said.StartsWith(Documentation, StringComparison.Ordinal));
            if (inCode && !isFound && !header)
            {
                (found, isFound) = (start, true);
            }

            inCode |= said.StartsWith(Fence, StringComparison.Ordinal);
            start += line.Length + 1;
        }

        return new TextEdit(new TextSpan(found, 0), $"{Uses}{framework}\n\n");
    }
}

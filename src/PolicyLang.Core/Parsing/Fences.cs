using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Finds the <c>policy</c> fences of a literate file. Text between them is Markdown.</summary>
internal static class Fences
{
    /// <summary>The spans of the lines inside fences whose info string is <c>policy</c>; an unclosed fence ends with the text.</summary>
    public static IEnumerable<TextSpan> In(SourceText text)
    {
        string? fence = null;
        bool policy = false;
        int start = 0;
        for (int line = 0; line < text.LineCount; line++)
        {
            string content = text.Line(line).TrimStart(' ');
            if (fence is null)
            {
                if (Opening(content) is { } opening)
                {
                    fence = opening;
                    policy = content.Substring(opening.Length).Trim() == "policy";
                    start = text.LineStart(line + 1);
                }
            }
            else if (content.StartsWith(fence, StringComparison.Ordinal) && content.Trim().Trim(fence[0]).Length == 0)
            {
                if (policy)
                {
                    yield return TextSpan.FromBounds(start, text.LineStart(line));
                }

                fence = null;
            }
        }

        if (fence is not null && policy)
        {
            yield return TextSpan.FromBounds(start, text.Length);
        }
    }

    private static string? Opening(string line)
    {
        char mark = line.Length > 0 ? line[0] : ' ';
        int length = 0;
        while (mark is '`' or '~' && length < line.Length && line[length] == mark)
        {
            length++;
        }

        return length >= 3 ? new string(mark, length) : null;
    }
}

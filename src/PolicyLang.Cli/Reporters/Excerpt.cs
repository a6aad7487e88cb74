using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>The line that a finding points at, and the marks under it.</summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Text">The line, or the part of a long line around the place.</param>
/// <param name="Marks">Blanks and carets that stand under the place.</param>
internal sealed record Excerpt(int Line, string Text, string Marks)
{
    private const int MaximumWidth = 160;
    private const int Before = 60;

    public static Excerpt Read(Location location)
    {
        LinePosition start = location.Start;
        LinePosition end = location.End;
        string line = location.Text.Line(start.Line);
        int from = Math.Min(start.Character, line.Length);
        int to = Math.Max(from, end.Line == start.Line ? Math.Min(end.Character, line.Length) : line.TrimEnd().Length);
        (string text, int cut) = Cut(line, from);
        from = from - cut + (cut > 0 ? 1 : 0);
        to = Math.Min(to - cut + (cut > 0 ? 1 : 0), text.Length);
        int indent = Display.Width(Display.Clean(text[..from]));
        int width = Math.Max(1, Display.Width(Display.Clean(text[from..Math.Max(from, to)])));
        return new Excerpt(start.Line + 1, Display.Clean(text).TrimEnd(), new string(' ', indent) + new string('^', width));
    }

    /// <summary>A window on a long line, with an ellipsis where it is cut; <c>Cut</c> is how many characters were left out in
    /// front.</summary>
    private static (string Text, int Cut) Cut(string line, int from)
    {
        if (line.Length <= MaximumWidth)
        {
            return (line, 0);
        }

        int start = Whole(line, Math.Clamp(from - Before, 0, line.Length));
        int end = Whole(line, Math.Min(line.Length, start + MaximumWidth));
        return ((start > 0 ? "…" : string.Empty) + line[start..end] + (end < line.Length ? "…" : string.Empty), start);
    }

    // Never between the two halves of a surrogate pair.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}

namespace PolicyLang.Text;

/// <summary>An immutable text with its line starts. Lines end with LF, CR LF or CR.</summary>
internal sealed class SourceText
{
    private int[]? _lineStarts;

    public SourceText(string text) => Content = text;

    /// <summary>The whole text.</summary>
    public string Content { get; }

    public int Length => Content.Length;

    public int LineCount => LineStarts.Length;

    // Many texts are never asked for a line, such as the vocabulary's.
    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    /// <summary>The offset of the first code unit of a line (from 0); past the last line, the length of the text.</summary>
    public int LineStart(int line) => line < 0 ? 0 : line < LineStarts.Length ? LineStarts[line] : Length;

    /// <summary>The text of a line (from 0) without its line end.</summary>
    public string Line(int line)
    {
        int start = LineStart(line);
        int end = LineStart(line + 1);
        while (end > start && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return Content.Substring(start, end - start);
    }

    /// <summary>The line and character of an offset; offsets outside the text are moved to its nearest end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Length));
        int index = Array.BinarySearch(LineStarts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>The offset of a position; a character past the line's end is moved to the end of the line.</summary>
    public int OffsetOf(LinePosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= LineStarts.Length)
        {
            return Length;
        }

        int start = LineStarts[position.Line];
        return Math.Min(start + Math.Max(0, position.Character), start + Line(position.Line).Length);
    }

    /// <summary>The text of a span, cut at the ends of the text.</summary>
    public string Slice(TextSpan span)
    {
        int start = Math.Max(0, Math.Min(span.Start, Length));
        return Content.Substring(start, Math.Max(0, Math.Min(span.End, Length) - start));
    }

    public override string ToString() => Content;

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToArray();
    }
}

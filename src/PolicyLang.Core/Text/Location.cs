namespace PolicyLang.Text;

/// <summary>A place in a file.</summary>
/// <param name="File">The file, as it was named to the workspace.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Span">Absolute offsets in the file (for a literate file, in the Markdown).</param>
internal sealed record Location(string File, SourceText Text, TextSpan Span)
{
    public LinePosition Start => Text.PositionOf(Span.Start);

    public LinePosition End => Text.PositionOf(Span.End);

    /// <summary>Compares by file (ordinal), then offset: the order of every report.</summary>
    public static int Compare(Location? a, Location? b)
    {
        if (a is null || b is null)
        {
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        }

        int byFile = string.CompareOrdinal(a.File, b.File);
        return byFile != 0
            ? byFile
            : a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.Length.CompareTo(b.Span.Length);
    }
}

namespace PolicyLang.Text;

/// <summary>A half-open range of UTF-16 code units; inside a syntax tree relative to its island, inside a file absolute.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units; 0 for a place between two of them.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just after the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Cover(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Whether an offset lies inside, the end counted in.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    /// <summary>Whether two spans overlap or stand side by side.</summary>
    public bool Touches(TextSpan other) => Start <= other.End && other.Start <= End;

    /// <summary>Whether another span lies inside.</summary>
    public bool Contains(TextSpan inner) => Start <= inner.Start && inner.End <= End;

    /// <summary>The same span moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);

    public override string ToString() => $"[{Start}..{End})";
}

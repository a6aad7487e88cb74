namespace PolicyLang.Testing;

/// <summary>What a change does.</summary>
internal enum TextChangeKind
{
    Delete,
    Insert,
    Repeat,
}

/// <summary>A change of any text.</summary>
/// <param name="Place">Where, as a part of the text's length from 0 to 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">For a repetition, where the stretch is taken from.</param>
/// <param name="Length">How long the stretch is; of a deletion at most 8.</param>
/// <param name="Mark">What an insertion inserts.</param>
internal sealed record TextChange(double Place, TextChangeKind Kind, double From, int Length, char Mark)
{
    /// <summary>The text after the change.</summary>
    public string Apply(string text)
    {
        int at = (int)(Place * text.Length);
        return Kind switch
        {
            TextChangeKind.Delete => text.Remove(at, Math.Min(Length % 9, text.Length - at)),
            TextChangeKind.Insert => text.Insert(at, Mark.ToString()),
            _ => text.Insert(at, TextGen.Slice(text, From, Length)),
        };
    }
}

namespace PolicyLang.Parsing;

/// <summary>The texts of names that were read before: a workspace names the same few places and acts over and over, and each would be a
/// text of its own.</summary>
internal static class NameTexts
{
    private const int Size = 1 << 12;
    private const int Longest = 40;

    // Whoever parses at the same time may take a place: a text is made anew.
    private static readonly string?[] Known = new string?[Size];

    /// <summary>A part of a text: the same object as before where it was read before.</summary>
    public static string Of(string text, int start, int length)
    {
        if (length > Longest)
        {
            return text.Substring(start, length);
        }

        uint hash = 2166136261;
        foreach (char c in text.AsSpan(start, length))
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        ref string? place = ref Known[(hash ^ (hash >> 15)) & (Size - 1)];
        string? known = Volatile.Read(ref place);
        if (known is not null && known.AsSpan().SequenceEqual(text.AsSpan(start, length)))
        {
            return known;
        }

        string made = text.Substring(start, length);
        Volatile.Write(ref place, made);
        return made;
    }
}

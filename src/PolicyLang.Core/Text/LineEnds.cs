namespace PolicyLang.Text;

/// <summary>The line ends of a text: whatever is written into it has the same.</summary>
internal static class LineEnds
{
    private const string Unix = "\n";
    private const string Windows = "\r\n";

    /// <summary>That of the first line.</summary>
    public static string Of(string text) => text.IndexOf('\n') is > 0 and int first && text[first - 1] == '\r' ? Windows : Unix;

    /// <summary>A text with the line ends of another, into which it is written; one that chose its line ends keeps them.</summary>
    public static string Adapt(string text, string other) =>
        text.IndexOf('\n') < 0 || text.IndexOf('\r') >= 0 || Of(other) == Unix ? text : text.Replace(Unix, Windows);
}

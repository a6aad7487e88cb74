namespace PolicyLang.Cli.Reporters;

/// <summary>Breaks long lines between words.</summary>
internal static class Lines
{
    /// <summary>The line in pieces that fit; those after the first are indented a little deeper. A word that does not fit stays
    /// whole.</summary>
    /// <param name="line">The line; the blanks that it begins with stay.</param>
    /// <param name="width">The most columns of a piece.</param>
    public static List<string> Wrapped(string line, int width)
    {
        string lead = line[..(line.Length - line.TrimStart().Length)];
        var pieces = new List<string>();
        string piece = lead;
        bool begun = false;
        foreach (string word in line.TrimStart().Split(' '))
        {
            if (begun && Display.Width(Display.Clean(piece)) + 1 + Display.Width(Display.Clean(word)) > width)
            {
                pieces.Add(piece);
                (piece, begun) = ($"{lead}  ", false);
            }

            piece += begun ? $" {word}" : word;
            begun = true;
        }

        pieces.Add(piece);
        return pieces;
    }
}

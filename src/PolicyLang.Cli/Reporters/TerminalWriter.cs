namespace PolicyLang.Cli.Reporters;

/// <summary>The one way of text to people: it takes what is safe to print, and nothing else.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class TerminalWriter(TextWriter output)
{
    /// <summary>Writes a line.</summary>
    public void Line(SafeText text) => output.WriteLine(text.ToString());

    /// <summary>Writes an empty line.</summary>
    public void Line() => output.WriteLine();

    /// <summary>Writes lines of the program's own, such as help pages, or of a form whose escapes keep it safe, such as JSON.</summary>
    public void Own(string lines) => output.WriteLine(lines);
}

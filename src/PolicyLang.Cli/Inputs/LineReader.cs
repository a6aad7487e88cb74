using System.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads lines of a limited length: an input without line ends would otherwise take all memory.</summary>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int MaximumLength = 1 << 20;

    private readonly StringBuilder _line = new();

    /// <summary>The next line; null at the end.</summary>
    /// <param name="tooLong">Whether it was longer than the limit; the rest of it has been passed over.</param>
    public string? Read(out bool tooLong)
    {
        _line.Clear();
        tooLong = false;
        int c;
        while ((c = reader.Read()) >= 0 && c != '\n')
        {
            if (_line.Length < MaximumLength)
            {
                _line.Append((char)c);
            }
            else
            {
                tooLong = true;
            }

            if (c == 0)
            {
                throw new InputException(new InputProblem(
                    ProjectDiagnostics.BinaryFile, $"'{LoadedWorkspace.InputName}' is not text: it has a zero byte.",
                    "Send one JSON object a line."));
            }
        }

        return c < 0 && _line.Length == 0 ? null : _line.ToString().TrimEnd('\r');
    }
}

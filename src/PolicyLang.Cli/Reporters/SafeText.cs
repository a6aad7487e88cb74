using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>
/// Text that may be printed. It is written as an interpolated text: the words between the holes are the program's own, and whatever is
/// filled in is cleaned, so that no name, title or path steers a terminal or begins a line of its own.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct SafeText(int literalLength, int formattedCount)
{
    private const int UsualLength = 16;

    private readonly StringBuilder _text = new(literalLength + (formattedCount * UsualLength));

    /// <summary>Words of somebody else, cleaned.</summary>
    public static implicit operator SafeText(string words) => Of($"{words}");

    /// <summary>The text that an interpolated one is.</summary>
    public static SafeText Of(SafeText text) => text;

    /// <summary>Several texts with something between them.</summary>
    public static SafeText Join(string between, IEnumerable<SafeText> texts)
    {
        var all = new SafeText(0, 0);
        foreach (SafeText text in texts)
        {
            all._text.Append(all._text.Length > 0 ? between : string.Empty).Append(text._text);
        }

        return all;
    }

    public void AppendLiteral(string words) => _text.Append(words);

    public void AppendFormatted(string? words) => _text.Append(Display.Clean(words ?? string.Empty));

    public void AppendFormatted(SafeText text) => _text.Append(text._text);

    public void AppendFormatted(char letter) => AppendFormatted(letter.ToString());

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}

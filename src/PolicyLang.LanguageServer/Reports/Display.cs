using System.Globalization;
using System.Text;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>Makes source text safe to print and measures how wide a terminal shows it.</summary>
internal static class Display
{
    private const int TabWidth = 4;

    // East Asian Wide and Fullwidth blocks, and the emoji planes; everything else counts one column.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>"file:line:column", from 1.</summary>
    public static string Place(PolicyLang.Text.Location location) =>
        $"{Clean(location.File)}:{location.Start.Line + 1}:{location.Start.Character + 1}";

    /// <summary>The text with tabs as blanks and control characters shown, so that a file cannot steer the terminal or reorder the
    /// line.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                clean.Append(' ', TabWidth);
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                clean.Append('\uFFFD');
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>How many terminal columns a cleaned text takes.</summary>
    public static int Width(string clean) => clean.EnumerateRunes().Sum(Width);

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        ? 0
        : Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
}

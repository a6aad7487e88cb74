using System.Globalization;
using System.Text;

namespace PolicyLang.Parsing;

/// <summary>The escapes in texts: <c>\" \\ \n \u{…}</c>.</summary>
internal static class TextEscapes
{
    /// <summary>What somebody typed as a text of the language: in quotes, on one line.</summary>
    public static string Quote(string typed)
    {
        string escaped = typed.Trim().Replace("\r\n", "\n").Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
        return $"\"{new string([.. escaped.Where(c => !char.IsControl(c) || c == '\t')])}\"";
    }

    /// <summary>The text with its escapes resolved; an escape that is none stays as it is.</summary>
    public static string Resolve(string text)
    {
        var resolved = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] != '\\' || next == '\0')
            {
                resolved.Append(text[i]);
            }
            else if (next == 'u' && CodePoint(text, i) is var (value, length) && length > 0)
            {
                resolved.Append(value);
                i += length - 1;
            }
            else
            {
                resolved.Append(next switch { 'n' => "\n", '"' => "\"", '\\' => "\\", _ => "\\" + next });
                i++;
            }
        }

        return resolved.ToString();
    }

    /// <summary>The character that an escape of the form <c>\u{…}</c> stands for, and the length of the escape; 0 where there is
    /// none.</summary>
    public static (string Value, int Length) CodePoint(string text, int at)
    {
        int close = text.IndexOf('}', at, Math.Min(12, text.Length - at));
        if (close < 0 || at + 2 >= text.Length || text[at + 2] != '{'
            || !int.TryParse(text.Substring(at + 3, close - at - 3), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int value)
            || value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF)
        {
            return (string.Empty, 0);
        }

        return (char.ConvertFromUtf32(value), close + 1 - at);
    }
}

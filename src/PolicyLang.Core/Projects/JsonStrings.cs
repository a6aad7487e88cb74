using System.Globalization;
using System.Text;
using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>Reads texts of JSON.</summary>
internal static class JsonStrings
{
    private const string Escapes = "\"\\/bfnrt";
    private const string Escaped = "\"\\/\b\f\n\r\t";
    private const string EscapeHelp =
        "After a backslash stands one of \" \\ / b f n r t, or u and four digits 0-9 a-f; a backslash itself is written \\\\.";

    /// <summary>A text as JSON, in quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            int escape = c == '/' ? -1 : Escaped.IndexOf(c);
            quoted.Append(escape >= 0 ? $"\\{Escapes[escape]}"
                : char.IsControl(c) ? $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}"
                : c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The text whose opening quote stands at an offset, and where it ends.</summary>
    /// <exception cref="JsonException">It has no end, or an escape is none.</exception>
    public static (string Value, int End) Read(string text, int start)
    {
        var value = new StringBuilder();
        int at = start + 1;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] < ' ')
            {
                throw new JsonException(TextSpan.FromBounds(start, at), "The text does not end on its line.",
                    "Write the closing quote; a line break inside is written \\n, a tab \\t.");
            }

            value.Append(text[at] == '\\' ? Escape(text, ref at) : text[at]);
        }

        return at < text.Length
            ? (value.ToString(), at + 1)
            : throw new JsonException(TextSpan.FromBounds(start, at), "The text has no closing quote.", "Write the closing quote.");
    }

    // Leaves the offset on the last character of the escape.
    private static char Escape(string text, ref int at)
    {
        int start = at++;
        int plain = at < text.Length ? Escapes.IndexOf(text[at]) : -1;
        if (plain >= 0)
        {
            return Escaped[plain];
        }

        if (at + 4 < text.Length && text[at] == 'u'
            && int.TryParse(text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            at += 4;
            return (char)code;
        }

        throw new JsonException(TextSpan.FromBounds(start, Math.Min(at + 1, text.Length)), "This is not a valid escape.", EscapeHelp);
    }
}

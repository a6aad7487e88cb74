using System.Text;

namespace PolicyLang.CodeGen.Writing;

/// <summary>Documentation comments.</summary>
internal static class XmlDocs
{
    /// <summary>A summary of one line; a full stop is added where the text has no end mark.</summary>
    public static CodeWriter Summary(this CodeWriter code, string text) => code.Line($"/// <summary>{Sentence(text)}</summary>");

    /// <summary>Remarks, a paragraph for each text that is not null; XML inside them stays XML.</summary>
    public static CodeWriter Remarks(this CodeWriter code, params string?[] paragraphs)
    {
        string[] present = [.. paragraphs.OfType<string>()];
        if (present.Length == 0)
        {
            return code;
        }

        code.Line("/// <remarks>");
        foreach (string paragraph in present)
        {
            code.Line($"/// {(present.Length == 1 ? paragraph : $"<para>{paragraph}</para>")}");
        }

        return code.Line("/// </remarks>");
    }

    /// <summary>A link to a source; null for none.</summary>
    public static string? Link(string? address) => address is null ? null : $"<see href=\"{Escape(address)}\"/>";

    /// <summary>Plain text as it stands in XML, on one line; what XML cannot hold is left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool paired = (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]));
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\n' or '\t' or '\r' or '\u0085' or '\u2028' or '\u2029' => " ",
                _ => char.IsControl(c) || (char.IsSurrogate(c) && !paired) || c >= '\uFFFE' ? string.Empty : c.ToString(),
            });
        }

        return escaped.ToString().Trim();
    }

    /// <summary>Plain text as a sentence in XML; null stays null.</summary>
    public static string? Sentence(string? text) =>
        text is null || Escape(text).Length == 0
            ? null
            : Escape(text) is { } escaped && ".!?".IndexOf(escaped[escaped.Length - 1]) >= 0 ? escaped : Escape(text) + ".";
}

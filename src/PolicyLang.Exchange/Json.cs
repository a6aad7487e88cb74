using System.Text.Encodings.Web;

namespace PolicyLang.Exchange;

/// <summary>Texts in JSON.</summary>
internal static class Json
{
    /// <summary>A text in quotes, with the escapes that JSON asks for.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}

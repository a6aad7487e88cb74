using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLang.Exchange;

/// <summary>Texts and lists in JSON.</summary>
internal static class Json
{
    /// <summary>A text in quotes, with the escapes that JSON asks for.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>A list of texts under a key.</summary>
    public static void Strings(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects under a key.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="key">The key.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="write">Writes what an object holds.</param>
    public static void Objects<T>(Utf8JsonWriter json, string key, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

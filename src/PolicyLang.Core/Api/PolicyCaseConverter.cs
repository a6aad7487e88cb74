using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>A case as the JSON object that <c>policyc decide --case</c> takes.</summary>
internal sealed class PolicyCaseConverter : JsonConverter<PolicyCase>
{
    private const string Shape = "a case is an object such as {\"date\":\"2024-03-01\",\"actor\":[\"Exporter\"],\"action\":\"transfer\"}";

    /// <inheritdoc/>
    public override PolicyCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadCase(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PolicyCase value, JsonSerializerOptions options) => Write(writer, value);

    public static PolicyCase ReadCase(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object is expected: {Shape}.");
        }

        var read = new PolicyCase();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString() ?? string.Empty;
            if (read[name] is not null)
            {
                throw new JsonException($"'{name}' is stated twice; state it once.");
            }

            reader.Read();
            read = read.With(name, ReadFact(ref reader, name));
        }

        return read;
    }

    public static string Write(PolicyCase value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, PolicyCase value)
    {
        writer.WriteStartObject();
        foreach ((string name, PolicyFact fact) in value.Facts)
        {
            writer.WritePropertyName(name);
            switch (fact.Kind)
            {
                case AttributeKind.NodeSet:
                    writer.WriteStartArray();
                    foreach (string element in fact.Values)
                    {
                        writer.WriteStringValue(element);
                    }

                    writer.WriteEndArray();
                    break;
                case AttributeKind.Flag or AttributeKind.Count or AttributeKind.HalfCount:
                    writer.WriteRawValue(fact.Values[0]);
                    break;
                case AttributeKind.Date or AttributeKind.Node:
                    writer.WriteStringValue(fact.Values[0]);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        writer.WriteEndObject();
    }

    private static PolicyFact ReadFact(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => number,
        JsonTokenType.String => ReadText(reader.GetString() ?? string.Empty),
        JsonTokenType.StartArray => ReadSet(ref reader, name),
        _ => throw new JsonException($"The value of '{name}' is neither a text, a number, true, false, nor a list of texts; {Shape}."),
    };

    // Names of policy files never look like a day.
    private static PolicyFact ReadText(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : text;

    private static PolicyFact ReadSet(ref Utf8JsonReader reader, string name)
    {
        var elements = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(reader.TokenType == JsonTokenType.String
                ? reader.GetString() ?? string.Empty
                : throw new JsonException($"The list of '{name}' has something else than texts; {Shape}."));
        }

        return PolicyFact.Set(elements);
    }
}

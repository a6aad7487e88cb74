using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PolicyLang.Runtime.Json;

/// <summary>Changes in JSON: an object with a key for each attribute, as in a case.</summary>
public sealed class ChangesJsonConverter : JsonConverter<IReadOnlyList<CaseChange>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<CaseChange> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? ValueList.Of([.. document.RootElement.EnumerateObject().Select(Change)])
            : throw new JsonException("Changes are an object with a key for each attribute.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CaseChange> value, JsonSerializerOptions options) =>
        Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<CaseChange> value)
    {
        writer.WriteStartObject();
        foreach (CaseChange change in value)
        {
            writer.WritePropertyName(change.Attribute);
            WriteValue(writer, change);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, CaseChange change)
    {
        string first = change.Values.Count > 0 ? change.Values[0] : string.Empty;
        switch (change.Kind)
        {
            case AttributeKind.NodeSet:
                writer.WriteStartArray();
                foreach (string element in change.Values)
                {
                    writer.WriteStringValue(element);
                }

                writer.WriteEndArray();
                break;
            case AttributeKind.Flag:
                writer.WriteBooleanValue(first == "true");
                break;
            case AttributeKind.Count:
            case AttributeKind.HalfCount:
                writer.WriteRawValue(first);
                break;
            case AttributeKind.Date:
            case AttributeKind.Node:
                writer.WriteStringValue(first);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static CaseChange Change(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Array => new CaseChange(member.Name, [.. member.Value.EnumerateArray().Select(v => v.GetString() ?? string.Empty)])
        {
            Kind = AttributeKind.NodeSet,
        },
        JsonValueKind.True => new CaseChange(member.Name, ["true"]) { Kind = AttributeKind.Flag },
        JsonValueKind.False => new CaseChange(member.Name, ["false"]) { Kind = AttributeKind.Flag },
        JsonValueKind.Number => new CaseChange(member.Name, [member.Value.GetRawText()]) { Kind = AttributeKind.Count },
        _ => Texts(member.Name, member.Value.GetString() ?? string.Empty),
    };

    private static CaseChange Texts(string name, string text) => new(name, text.Length == 0 ? [] : [text])
    {
        Kind = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? AttributeKind.Date
            : AttributeKind.Node,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.Runtime.Json;

/// <summary>A case in JSON: the object that <c>policyc decide</c> takes and that witnesses are, with the names of the policy files. What is
/// neutral is left out; an unknown key or value is refused.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
public sealed class CaseJsonConverter<TCase> : JsonConverter<TCase>, IPolicyJson
    where TCase : struct, ICase<TCase>
{
    /// <summary>The schema of what it writes.</summary>
    public JsonObject Schema() => PolicyJsonSchema.OfCase(TCase.Model);

    /// <inheritdoc/>
    public override TCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var read = new CaseJsonReader(TCase.Model);
        long[] values = read.Read(document.RootElement);
        return read.Problems.Count == 0 ? TCase.Create(values) : throw new JsonException(string.Join(" ", read.Problems));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TCase value, JsonSerializerOptions options)
    {
        CaseModel model = TCase.Model;
        var values = new long[model.Slots];
        value.CopyTo(values);
        var changes = new List<CaseChange>();
        foreach (CaseAttribute attribute in model.Attributes)
        {
            if (attribute.Kind != AttributeKind.NodeSet && values[attribute.Slot] < 0)
            {
                throw new JsonException(
                    $"{string.Join(",", CaseModel.ValuesOf(attribute, values))} is not a value of '{attribute.Name}'.");
            }

            if (CaseModel.IsStated(attribute, values))
            {
                changes.Add(CaseModel.ChangeOf(attribute, values));
            }
        }

        ChangesJsonConverter.Write(writer, changes);
    }
}

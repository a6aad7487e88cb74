using System.Text.Json;

namespace PolicyLang.Runtime.Json;

/// <summary>A clause in JSON: its name, kind, force, title, citation, legal order and source, without the rest of its framework.</summary>
public sealed class ClauseJsonConverter : JsonConverter<ClauseModel>
{
    private static readonly CamelCase<ClauseKind> Kinds = new();
    private static readonly CamelCase<ClauseModality> Modalities = new();
    private static readonly CamelCase<FrameworkRank> Ranks = new();

    /// <inheritdoc/>
    public override ClauseModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement clause = document.RootElement;
        string name = Text(clause, "name") ?? throw new JsonException("A clause has no name.");
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == name.Length - 1)
        {
            throw new JsonException($"'{name}' is not the name of a clause; write Framework.Clause.");
        }

        return new ClauseModel
        {
            Framework = new FrameworkModel
            {
                Name = name[..dot],
                Title = Text(clause, "framework"),
                Authority = Text(clause, "authority") ?? string.Empty,
                Rank = Ranks.Parse(Text(clause, "rank")),
                Source = Text(clause, "source"),
                Position = default,
            },
            Name = name[(dot + 1)..],
            Kind = Kinds.Parse(Text(clause, "kind")),
            Modality = Modalities.Parse(Text(clause, "modality")),
            Title = Text(clause, "title"),
            Citation = Text(clause, "citation"),
            Position = default,
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ClauseModel value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.QualifiedName);
        Optional(writer, "title", value.Title);
        Optional(writer, "citation", value.Citation);
        writer.WriteString("kind", Kinds.Tell(value.Kind));
        writer.WriteString("modality", Modalities.Tell(value.Modality));
        Optional(writer, "framework", value.Framework.Title);
        writer.WriteString("authority", value.Framework.Authority);
        writer.WriteString("rank", Ranks.Tell(value.Framework.Rank));
        Optional(writer, "source", value.Source);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string? Text(JsonElement clause, string name) =>
        clause.ValueKind == JsonValueKind.Object && clause.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class CamelCase<TEnum>
        where TEnum : struct, Enum
    {
        private readonly Dictionary<TEnum, string> _names =
            Enum.GetValues<TEnum>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));

        public string Tell(TEnum value) => _names[value];

        public TEnum Parse(string? text)
        {
            foreach (KeyValuePair<TEnum, string> name in _names)
            {
                if (name.Value == text)
                {
                    return name.Key;
                }
            }

            throw new JsonException($"'{text}' is not a {typeof(TEnum).Name}.");
        }
    }
}

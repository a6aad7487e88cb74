using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>How the operands and actions of a profile are said in PolicyLang.</summary>
internal sealed record OdrlMapping
{
    /// <summary>Before short names in the mapping: <c>"odrl": "http://www.w3.org/ns/odrl/2/"</c>.</summary>
    public IReadOnlyDictionary<string, string> Prefixes { get; init; } = new Dictionary<string, string>();

    /// <summary>By the IRI of the left operand, or its short name.</summary>
    public IReadOnlyDictionary<string, MappedOperand> Operands { get; init; } = new Dictionary<string, MappedOperand>();

    /// <summary>By the IRI of the action, or its short name.</summary>
    public IReadOnlyDictionary<string, MappedName> Actions { get; init; } = new Dictionary<string, MappedName>();

    /// <summary>Right operands by their IRI or text.</summary>
    public IReadOnlyDictionary<string, MappedName> Values { get; init; } = new Dictionary<string, MappedName>();

    /// <summary>The mappings that come with PolicyLang: ODRL core, IDS, Catena-X, Gaia-X and DOME.</summary>
    public static ImmutableArray<string> Shipped { get; } = ["odrl", "ids", "catenax", "gaiax"];

    /// <summary>One of those by its name.</summary>
    public static OdrlMapping Ship(string name)
    {
        using Stream stream = typeof(OdrlMapping).Assembly.GetManifestResourceStream($"mapping/{name}.json")
            ?? throw new ArgumentException(name, nameof(name));
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>A mapping from its JSON.</summary>
    /// <exception cref="JsonException">It is no mapping.</exception>
    public static OdrlMapping Parse(string json) => JsonSerializer.Deserialize(json, MappingJson.Default.OdrlMapping) ?? new OdrlMapping();

    /// <summary>The IRI of a short name.</summary>
    internal string Full(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Prefixes.TryGetValue(name[..colon], out string? space) ? space + name[(colon + 1)..] : name;
    }
}

/// <summary>An operand in PolicyLang.</summary>
internal sealed record MappedOperand
{
    /// <summary>The attribute.</summary>
    public string Attribute { get; init; } = string.Empty;

    /// <summary>Its type, as a declaration has it; where nothing is said it follows from the values.</summary>
    public string? Type { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether whoever acts decides it.</summary>
    public bool Chosen { get; init; }

    /// <summary>For a flag, the values that mean it is set; all others mean that it is not.</summary>
    public IReadOnlyList<string>? IsSet { get; init; }

    /// <summary>Whether its values list what is forbidden.</summary>
    public bool ListsForbidden { get; init; }
}

/// <summary>A name in PolicyLang.</summary>
internal sealed record MappedName
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The name above it.</summary>
    public string? In { get; init; }
}

/// <summary>The form of mapping files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(OdrlMapping))]
internal sealed partial class MappingJson : JsonSerializerContext;

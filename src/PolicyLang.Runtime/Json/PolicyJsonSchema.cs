using System.Text.Json.Nodes;
#if NET9_0_OR_GREATER
using System.Text.Json.Schema;
#endif

namespace PolicyLang.Runtime.Json;

/// <summary>JSON schemas of generated types: names as the policy files write them.</summary>
public static class PolicyJsonSchema
{
#if NET9_0_OR_GREATER
    /// <summary>For <see cref="JsonSchemaExporterOptions.TransformSchemaNode"/>: puts the schemas of generated types in their
    /// places.</summary>
    /// <param name="context">What is exported.</param>
    /// <param name="schema">The schema so far.</param>
    public static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema) =>
        context.TypeInfo.Converter is IPolicyJson own ? own.Schema() : schema;
#endif

    /// <summary>The schema of a case.</summary>
    /// <param name="model">What the case is made of.</param>
    public static JsonObject OfCase(CaseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var properties = new JsonObject();
        foreach (CaseAttribute attribute in model.Attributes)
        {
            properties.Add(attribute.Name, OfAttribute(attribute));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray(CaseModel.Date),
        };
    }

    internal static JsonObject OfNode(TaxonomyModel taxonomy) => new() { ["type"] = "string", ["enum"] = Names(taxonomy) };

    internal static JsonObject OfSet(TaxonomyModel taxonomy) =>
        new() { ["type"] = "array", ["items"] = OfNode(taxonomy), ["uniqueItems"] = true };

    private static JsonObject OfAttribute(CaseAttribute attribute) => attribute switch
    {
        { Kind: AttributeKind.Flag } => new JsonObject { ["type"] = "boolean" },
        { Kind: AttributeKind.Date } => new JsonObject { ["type"] = "string", ["format"] = "date" },
        { Kind: AttributeKind.HalfCount } => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["multipleOf"] = 0.5 },
        { Kind: AttributeKind.Node, Taxonomy: { } taxonomy } => OfNode(taxonomy),
        { Kind: AttributeKind.NodeSet, Taxonomy: { } taxonomy } => OfSet(taxonomy),
        _ => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
    };

    private static JsonArray Names(TaxonomyModel taxonomy)
    {
        var names = new JsonArray();
        foreach (string name in taxonomy.Names)
        {
            names.Add((JsonNode?)JsonValue.Create(name));
        }

        return names;
    }
}

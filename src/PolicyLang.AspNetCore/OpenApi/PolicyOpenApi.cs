using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PolicyLang.Runtime.Json;

namespace PolicyLang.AspNetCore.OpenApi;

/// <summary>Generated types in OpenAPI documents: names as the policy files write them.</summary>
public static class PolicyOpenApi
{
    /// <summary>Puts the schemas of generated types in their places: <c>services.AddOpenApi(o => o.AddPolicies())</c>.</summary>
    /// <param name="options">The options of a document.</param>
    public static OpenApiOptions AddPolicies(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Converter is IPolicyJson own)
            {
                Fill(schema, own.Schema());
            }

            return Task.CompletedTask;
        });
    }

    private static void Fill(OpenApiSchema schema, JsonObject from)
    {
        schema.Type = (string?)from["type"] switch
        {
            "object" => JsonSchemaType.Object,
            "array" => JsonSchemaType.Array,
            "boolean" => JsonSchemaType.Boolean,
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            _ => JsonSchemaType.String,
        };
        schema.Format = (string?)from["format"];
        schema.Enum = from["enum"] is JsonArray names ? [.. names.OfType<JsonNode>().Select(n => n.DeepClone())] : [];
        schema.Items = from["items"] is JsonObject items ? Made(items) : null;
        schema.Required = from["required"] is JsonArray required
            ? new HashSet<string>(required.Select(n => (string?)n).OfType<string>(), StringComparer.Ordinal)
            : null;
        schema.Properties = from["properties"] is JsonObject properties
            ? properties.ToDictionary(p => p.Key, p => (IOpenApiSchema)Made(p.Value as JsonObject ?? []), StringComparer.Ordinal)
            : null;
    }

    private static OpenApiSchema Made(JsonObject from)
    {
        var schema = new OpenApiSchema();
        Fill(schema, from);
        return schema;
    }
}

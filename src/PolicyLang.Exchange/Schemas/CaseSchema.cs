using System.Text.Json.Nodes;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Schemas;

/// <summary>
/// The JSON Schema of a case: what <c>policyc decide --case</c> takes, and what generated models read. Names and values are those of the
/// files; every attribute but the date may be left out, and nothing else may be there.
/// </summary>
internal static class CaseSchema
{
    /// <summary>The version of JSON Schema that is written.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private const string OfNumber = "number";

    /// <summary>The schema as a document of its own.</summary>
    /// <param name="model">What cases are made of.</param>
    public static JsonObject Document(SemanticModel model)
    {
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = "A case" };
        foreach ((string key, JsonNode? value) in OfCase(model).ToList())
        {
            schema[key] = value?.DeepClone();
        }

        return schema;
    }

    /// <summary>The schema of a case, to stand in another document.</summary>
    /// <param name="model">What cases are made of.</param>
    public static JsonObject OfCase(SemanticModel model) => new()
    {
        ["type"] = "object",
        ["description"] = "The facts of one act. What is left out is neutral: a flag is false, a set empty, a place or kind not named.",
        ["properties"] = Properties(model, isChange: false),
        ["required"] = new JsonArray(BuiltInAttributes.Date),
        ["additionalProperties"] = false,
    };

    /// <summary>The schema of some facts of a case, such as a way to comply; a place or kind that is taken away is null.</summary>
    /// <param name="model">What cases are made of.</param>
    public static JsonObject OfChange(SemanticModel model) => new()
    {
        ["type"] = "object",
        ["properties"] = Properties(model, isChange: true),
        ["additionalProperties"] = false,
    };

    private static JsonObject Properties(SemanticModel model, bool isChange)
    {
        var properties = new JsonObject();
        foreach (AttributeSymbol attribute in model.Attributes.OrderBy(a => CanonicalAttributeOrder.RankOf(a.Name)))
        {
            JsonObject schema = ClockNames.IsHalved(attribute.Name) ? Halves() : OfAttribute(attribute, isChange);
            if (attribute.Title is { } title)
            {
                schema["description"] = title;
            }

            properties[attribute.Name] = schema;
        }

        string[] clocks = [.. model.Clocks.Where(c => model.Attribute(c) is null).Order(StringComparer.Ordinal)];
        foreach (string clock in clocks)
        {
            properties[clock] = ClockNames.IsHalved(clock) ? Halves() : Count();
        }

        // The day of an event says all its clocks.
        IEnumerable<string> events = isChange ? [] : clocks.Select(c => ClockNames.Parse(c)?.Event).OfType<string>().Distinct();
        foreach (string name in events.Where(e => model.Attribute($"since_{e}") is null))
        {
            JsonObject day = Day();
            day["description"] = $"The day on which '{name}' came true, in the place of its clocks";
            properties[$"since_{name}"] = day;
        }

        return properties;
    }

    private static JsonObject OfAttribute(AttributeSymbol attribute, bool isChange) => attribute.Type switch
    {
        AttributeType.Flag => new JsonObject { ["type"] = "boolean" },
        AttributeType.Count => Count(),
        AttributeType.Date => Day(),
        AttributeType.Node => Node(attribute.Taxonomy, isChange),
        AttributeType.NodeSet => new JsonObject
        {
            ["type"] = "array",
            ["items"] = Node(attribute.Taxonomy, orNone: false),
            ["uniqueItems"] = true,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonObject Node(TaxonomySymbol? taxonomy, bool orNone)
    {
        var names = new JsonArray();
        foreach (NodeSymbol node in taxonomy?.Nodes ?? [])
        {
            names.Add((JsonNode?)JsonValue.Create(node.Name));
        }

        if (orNone)
        {
            names.Add(null);
        }

        return new JsonObject { ["enum"] = names };
    }

    private static JsonObject Count() => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = long.MaxValue };

    private static JsonObject Day() => new()
    {
        ["type"] = "string",
        ["format"] = "date",
        ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    };

    private static JsonObject Halves() => new()
    {
        ["description"] = "A whole number, or one with a half for a day between two",
        ["type"] = OfNumber,
        ["minimum"] = 0,
        ["multipleOf"] = 0.5,
    };
}

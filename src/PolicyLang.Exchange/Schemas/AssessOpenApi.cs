using System.Text.Json.Nodes;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Schemas;

/// <summary>
/// The OpenAPI document of a service that decides cases: one operation takes a case and answers as <c>policyc decide --format json</c>
/// does. What is wrong with a case is problem details (RFC 9457).
/// </summary>
internal static class AssessOpenApi
{
    private const string Version = "3.1.0";
    private const string Json = "application/json";

    /// <summary>The document.</summary>
    /// <param name="model">What cases are made of, and which clauses answer.</param>
    /// <param name="title">The title of the service.</param>
    public static JsonObject Document(SemanticModel model, string title) => new()
    {
        ["openapi"] = Version,
        ["info"] = new JsonObject
        {
            ["title"] = title,
            ["version"] = "1",
            ["description"] = "Decides acts by the clauses of " + Frameworks(model) + ". A reading aid, not legal advice.",
        },
        ["jsonSchemaDialect"] = CaseSchema.Dialect,
        ["paths"] = new JsonObject { ["/assess"] = new JsonObject { ["post"] = Assess() } },
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject
            {
                ["Case"] = CaseSchema.OfCase(model),
                ["Facts"] = CaseSchema.OfChange(model),
                ["Decision"] = Decision(),
                ["Outside"] = Outside(),
                ["Problem"] = Problem(),
            },
        },
    };

    private static string Frameworks(SemanticModel model) =>
        model.Frameworks.IsEmpty ? "no framework" : string.Join(", ", model.Frameworks.Select(f => f.Name));

    private static JsonObject Assess() => new()
    {
        ["operationId"] = "assess",
        ["summary"] = "Decide one case",
        ["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject { [Json] = Schema("Case") },
        },
        ["responses"] = new JsonObject
        {
            ["200"] = Response("What the law says of the case, and why", Json, "Decision"),
            ["400"] = Response("The case cannot be read", "application/problem+json", "Problem"),
            ["422"] = Response("An assumption rules the case out, so that it has no outcome", Json, "Outside"),
        },
    };

    private static JsonObject Response(string description, string type, string schema) =>
        new() { ["description"] = description, ["content"] = new JsonObject { [type] = Schema(schema) } };

    private static JsonObject Schema(string name) => new() { ["schema"] = Reference(name) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Decision() => Closed(
        ["decision", "applied", "defeated", "duties", "waysToComply", "ways", "otherGrounds", "assumed", "advice"],
        ("decision", OneOf("permitted", "prohibited", "conflicting", "unregulated")),
        ("applied", List(Text())),
        ("defeated", List(Closed(
            ["clause", "by", "principle"], ("clause", Text()), ("by", Text()),
            ("principle", OneOf("explicit", "superior", "specialis", "posterior"))))),
        ("duties", List(Text())),
        ("waysToComply", List(Reference("Facts"))),
        ("waysAreComplete", new JsonObject { ["const"] = false }),
        ("ways", List(Closed(
            ["change", "outcome"], ("change", Reference("Facts")), ("outcome", OneOf("permitted", "unregulated"))))),
        ("otherGrounds", List(Reference("Facts"))),
        ("assumed", Reference("Facts")),
        ("advice", List(Closed(["clause", "kind"], ("clause", Text()), ("kind", OneOf("discouraged", "advised"))))),
        ("softDuties", List(Text())));

    private static JsonObject Outside() => new()
    {
        ["type"] = "object",
        ["description"] = "The assumption that rules the case out",
        ["required"] = new JsonArray("outside"),
    };

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["title"] = Text(),
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = Text(),
            ["errors"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "For each attribute, what is wrong and what to write instead",
                ["additionalProperties"] = List(Text()),
            },
        },
    };

    private static JsonObject Closed(string[] required, params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach ((string name, JsonObject schema) in members)
        {
            properties[name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Texts(required),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject OneOf(params string[] words) => new() { ["enum"] = Texts(words) };

    private static JsonArray Texts(string[] words)
    {
        var array = new JsonArray();
        foreach (string word in words)
        {
            array.Add((JsonNode?)JsonValue.Create(word));
        }

        return array;
    }
}

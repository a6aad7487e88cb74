using System.Text.Json.Nodes;
using Json.Schema;

namespace PolicyLang.Cli.Tests;

/// <summary>What is exported agrees with what other commands take and say.</summary>
public sealed class ExportTests
{
    private const string Law = """
        organisation Acme under JP
        attribute breach_known : flag
        framework Act { authority JP in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from JP to US when subjects >= 10 unless safeguards include SCC }
          norm Report { Controller must report PersonalData to Regulator in JP when breach_known within 72 hours of breach_known }
          norm Erase { Controller must delete PersonalData when breach_known within 3 months of breach_known }
        }
        """;

    public static TheoryData<string, bool> Cases { get; } = new()
    {
        { """{ "date": "2024-02-29" }""", true },
        { """{ "date": "2024-03-01", "actor": ["Exporter"], "action": "transfer", "data": "Health", "origin": "JP", "destination": "US", "subjects": 10, "safeguards": ["SCC"] }""", true },
        { """{ "date": "2024-03-01", "breach_known": true, "since_breach_known": "2024-02-01" }""", true },
        { """{ "date": "2024-03-01", "breach_known": true, "elapsed_since_breach_known": 24 }""", true },
        { """{ "date": "2024-03-31", "breach_known": true, "months_since_breach_known": 1.5 }""", true },
        { """{ "date": "2024-03-01", "organisation": "Acme" }""", true },
        { """{ }""", false },
        { """{ "date": "2024-3-1" }""", false },
        { """{ "date": "2024-03-01", "colour": "red" }""", false },
        { """{ "date": "2024-03-01", "data": "Helth" }""", false },
        { """{ "date": "2024-03-01", "actor": ["Nobody"] }""", false },
        { """{ "date": "2024-03-01", "subjects": -1 }""", false },
        { """{ "date": "2024-03-01", "subjects": 1.5 }""", false },
        { """{ "date": "2024-03-01", "breach_known": "yes" }""", false },
        { """{ "date": "2024-03-01", "destination": null }""", false },
        { """[]""", false },
    };

    private static CommandRun Start() => new(("law.policy", Law));

    private static JsonNode Export(CommandRun run, string form)
    {
        CommandRun.Result result = run.Run($"export {form}");
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return JsonNode.Parse(result.Output) ?? throw new InvalidOperationException("null");
    }

    /// <summary>The schema takes a case exactly where 'decide' does.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_schema_of_a_case_says_what_decide_takes(string json, bool isCase)
    {
        using CommandRun run = Start();
        JsonSchema schema = JsonSchema.FromText(Export(run, "jsonschema").ToJsonString());
        Assert.Equal(isCase, schema.Evaluate(JsonNode.Parse(json)).IsValid);
        run.Write("case.json", System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal(isCase ? 0 : 2, run.Run("decide law.policy --case case.json --format json").Code);
    }

    [Fact]
    public void Each_value_that_the_schema_lists_is_one_that_decide_takes()
    {
        using CommandRun run = Start();
        JsonObject properties = Export(run, "jsonschema")["properties"]?.AsObject() ?? throw new InvalidOperationException("no properties");
        foreach ((string name, JsonNode? property) in properties.Where(p => p.Value?["enum"] is not null))
        {
            JsonArray values = property?["enum"]?.AsArray() ?? [];
            string lines = string.Join('\n', values.Select(v => new JsonObject { ["date"] = "2024-03-01", [name] = v?.DeepClone() }.ToJsonString()));
            CommandRun.Result result = run.Run("decide law.policy", lines + "\n");
            Assert.True(result.Code == 0 && !result.Output.Contains("\"error\"", StringComparison.Ordinal), $"{name}: {result.Output}");
            Assert.Equal(values.Count, result.Output.TrimEnd('\n').Split('\n').Length);
        }
    }

    [Fact]
    public void The_answers_of_decide_are_those_of_the_service()
    {
        using CommandRun run = Start();
        JsonNode document = Export(run, "openapi");
        Assert.Equal("3.1.0", document["openapi"]?.GetValue<string>());
        JsonNode schemas = document["components"]?["schemas"] ?? throw new InvalidOperationException("no schemas");
        var root = new JsonObject { ["$ref"] = "#/$defs/Decision", ["$defs"] = schemas.DeepClone() };
        JsonSchema schema = JsonSchema.FromText(root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        foreach ((string json, _) in Cases.Select(c => c.Data).Where(c => c.Item2))
        {
            CommandRun.Result result = run.Run(["decide", "law.policy", "--case", "-", "--format", "json"], System.Text.Encoding.UTF8.GetBytes(json));
            EvaluationResults answer = schema.Evaluate(JsonNode.Parse(result.Output), new EvaluationOptions { OutputFormat = OutputFormat.List });
            Assert.True(answer.IsValid, result.Output);
        }

        Assert.False(schema.Evaluate(new JsonObject { ["decision"] = "allowed" }).IsValid);
    }

    [Fact]
    public void A_file_is_written_whole()
    {
        using CommandRun run = Start();
        Assert.Equal("Wrote out/model.json.\n", run.Run("export json law.policy --output out/model.json").Output);
        Assert.Equal(run.Run("export json law.policy").Output, File.ReadAllText(run.PathOf("out/model.json")));
    }
}

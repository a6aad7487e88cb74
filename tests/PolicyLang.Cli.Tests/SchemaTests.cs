using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace PolicyLang.Cli.Tests;

/// <summary>JSON output is what the schemas say that ship with the program.</summary>
public sealed class SchemaTests
{
    private const string Law = """
        organisation Acme under JP, KR
        attribute emergency : flag self-judged
        bloc Signatories { JP KR }
        framework Treaty { authority Signatories rank treaty in force from 2021-01-01 until 2030-12-31
          norm Free { parties must not prohibit transfer to US }
          norm Safe { parties may prohibit transfer to US when emergency prevails over Free }
        }
        framework JpAct { authority JP in force from 2020-01-01
          transfer Ban { must not transfer Health from JP to US unless subjects < 10 }
          sovereignty Keep { Controller should store Health in JP within 3 months }
        }
        framework AcmePolicy { authority Acme in force from 2022-01-01
          transfer Cloud { may transfer PersonalData from JP to US when safeguards include SCC }
        }
        """;

    private static readonly string[] Names =
    [
        "conflicts", "check", "repair", "decide", "diff", "timeline", "what-if", "matrix",
        "interop", "ground", "gaps", "coverage", "routes", "storage", "model", "compatible", "law",
    ];

    private static readonly Dictionary<string, JsonSchema> Schemas = Names.ToDictionary(n => n, Read);

    public static TheoryData<string, string> Commands { get; } = new()
    {
        { "check", "check --format json" },
        { "check", "check --format json --as-of 2035-01-01" },
        { "conflicts", "conflicts --all --format json" },
        { "repair", "repair --format json" },
        { "decide", "decide --format json action=transfer data=Health origin=JP destination=US date=2023-01-01 organisation=Acme" },
        { "decide", "decide --explain --format json action=transfer data=Health origin=JP destination=US date=2023-01-01 organisation=Acme" },
        { "decide", "decide --format json action=store data=Health location=DE actor=Controller date=2023-01-01" },
        { "decide", "decide --format json action=transfer data=Health,Statistics origin=JP destination=US date=2023-01-01" },
        { "diff", "diff law.policy .other/law.policy --format json" },
        { "timeline", "timeline --format json" },
        { "compatible", "compatible JpAct AcmePolicy --format json" },
        { "model", "export json" },
        { "model", "export json --on 2023-01-01" },
        { "what-if", "what-if --without law.policy --add .other/law.policy --format json" },
        { "check", "check --baseline .other/baseline.json --format json" },
        { "timeline", "timeline --format json --as-of 2020-01-01 --within 2y" },
        { "matrix", "matrix --format json --data Health --on 2023-01-01 organisation=none" },
        { "matrix", "matrix Treaty --format json" },
        { "interop", "interop JpAct Treaty --format json" },
        { "interop", "interop JP AcmePolicy action=transfer --format json" },
        { "routes", "routes JP US --data Health --on 2023-01-01 organisation=none --format json" },
        { "storage", "storage JP US --data Health --on 2023-01-01 organisation=none --format json" },
        { "gaps", "gaps --format json" },
        { "gaps", "gaps Treaty --on 2023-01-01 action=transfer --format json" },
        { "coverage", "coverage --format json" },
        { "coverage", "coverage --write drafts.policy --format json" },
        { "ground", "ground transfer Health among JP US DE --on 2023-01-01 --format json" },
        { "matrix", "matrix Treaty JP Free --format json --on 2023-01-01" },
        { "law", "law --coverage --check-sources --format json" },
        { "law", "law GDPR C108P --on 2024-01-01 --format json" },
    };

    // The other version lies where the commands that read the folder do not see it.
    private static CommandRun Start() => new(("law.policy", Law), (".other/baseline.json", """{ "diagnostics": [], "conflicts": [{ "code": "PL4001", "clauses": ["A.B", "C.D"], "parties": [], "message": "" }] }"""), (".other/law.policy", Law.Replace("PersonalData from JP", "Financial from KR", StringComparison.Ordinal).Replace("until 2030-12-31", "until 2031-12-31", StringComparison.Ordinal)));

    private static JsonSchema Read(string name)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", $"{name}.schema.json")));
        SchemaRegistry.Global.Register(schema);
        return schema;
    }

    private static EvaluationResults Evaluate(string schema, JsonNode? json) => Schemas[schema].Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });

    [Theory]
    [MemberData(nameof(Commands))]
    public void Output_has_the_form_that_its_schema_says(string schema, string command)
    {
        using CommandRun run = Start();
        string output = run.Run(command).Output;
        EvaluationResults found = Evaluate(schema, JsonNode.Parse(output));
        Assert.True(found.IsValid, string.Join("\n", found.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors?.Select(e => $"{d.InstanceLocation}: {e.Value}") ?? [])) + "\n" + output);
    }

    [Theory]
    [InlineData("check", "check --format json")]
    [InlineData("conflicts", "conflicts --format json")]
    [InlineData("repair", "repair --format json")]
    [InlineData("timeline", "timeline --format json")]
    [InlineData("decide", "decide --format json action=transfer date=2023-01-01")]
    [InlineData("matrix", "matrix Treaty --format json")]
    [InlineData("interop", "interop JpAct Treaty --format json")]
    [InlineData("ground", "ground transfer among JP US --format json")]
    [InlineData("gaps", "gaps --format json")]
    [InlineData("routes", "routes JP US --format json")]
    [InlineData("storage", "storage JP --format json")]
    [InlineData("coverage", "coverage --format json")]
    public void Files_with_errors_are_told_in_the_same_output(string schema, string command)
    {
        using var run = new CommandRun(("law.policy", Law + "framework Broken { authority Nowhere }"));
        CommandRun.Result result = run.Run(command);
        Assert.True(Evaluate(schema, JsonNode.Parse(result.Output)).IsValid, result.Output);
        Assert.Contains("PL2002", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        Assert.Equal(1, result.Code);
    }

    [Theory]
    [InlineData("check", "conflicts")]
    [InlineData("conflicts", "status")]
    [InlineData("repair", "plan")]
    [InlineData("decide", "decision")]
    [InlineData("diff", "changes")]
    [InlineData("timeline", "days")]
    [InlineData("what-if", "others")]
    [InlineData("matrix", "kind")]
    [InlineData("interop", "parts")]
    [InlineData("ground", "bundles")]
    [InlineData("gaps", "rest")]
    [InlineData("routes", "detours")]
    [InlineData("storage", "duties")]
    [InlineData("coverage", "parts")]
    [InlineData("law", "instruments")]
    public void A_schema_refuses_what_is_not_so(string schema, string key)
    {
        using CommandRun run = Start();
        JsonNode json = JsonNode.Parse(run.Run(Commands.First(row => row.Data.Item1 == schema).Data.Item2).Output) ?? throw new JsonException();
        JsonObject owner = key == "status" ? json["conflicts"]?[0] as JsonObject ?? throw new JsonException() : json.AsObject();
        Assert.True(Evaluate(schema, json).IsValid);
        Assert.True(owner.Remove(key));
        Assert.False(Evaluate(schema, json).IsValid);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyLang.Cli.Tests;

/// <summary>What a project file decides about findings and output.</summary>
public sealed partial class ProjectFileTests
{
    private const string Contradiction = """
        framework F {
          authority JP
          in force from 2020-01-01
          transfer A { Controller may transfer Health from JP to US }
          transfer B { Exporter must not transfer PersonalData from JP to US }
        }
        """;

    private static CommandRun.Result Check(string json, string arguments = "check --format json", string text = Contradiction)
    {
        using var run = new CommandRun(("a.policy", text), ("policy.json", json));
        return run.Run(arguments);
    }

    private static string[] Found(CommandRun.Result result) =>
        [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray().Select(d => $"{d.GetProperty("code")} {d.GetProperty("severity")}")];

    [Fact]
    public void It_weighs_findings_by_code()
    {
        Assert.Equal(["PL4003 warning"], Found(Check("{}")));
        CommandRun.Result result = Check("""{ "severities": { "PL4003": "error" } }""");
        Assert.Equal(["PL4003 error"], Found(result));
        Assert.Equal("error", JsonDocument.Parse(result.Output).RootElement.GetProperty("conflicts")[0].GetProperty("severity").GetString());
        Assert.Equal(1, result.Code);
    }

    [Fact]
    public void What_is_off_is_shown_by_no_command_unless_asked_for()
    {
        const string off = """{ "severities": { "PL4003": "off" } }""";
        Assert.Empty(Found(Check(off)));
        Assert.StartsWith("no findings in 1 file, 2 clauses\nSwitched off in the project file: PL4003 (", Check(off, "conflicts").Output, StringComparison.Ordinal);
        Assert.Contains("PL4003", Check(off, "conflicts --all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acknowledged_conflict_stays_information() =>
        Assert.Equal(
            ["PL4003 information"],
            Found(Check("""{ "severities": { "PL4003": "error" } }""", text: Contradiction + "\nacknowledge conflict between F.A and F.B because \"so\"")));

    [Fact]
    public void It_says_which_principles_count_unless_a_file_does()
    {
        string special = Contradiction.Replace("Exporter must", "must", StringComparison.Ordinal);
        Assert.Empty(Found(Check("{}", text: special)));
        const string none = """{ "resolution": ["superior"] }""";
        Assert.Equal(["PL4003 warning"], Found(Check(none, text: special)));
        Assert.Empty(Found(Check(none, text: special + "\nresolve conflicts by specialis")));
    }

    [Fact]
    public void It_gives_the_form_of_the_output_and_what_fails_unless_an_option_does()
    {
        const string json = """{ "output": { "format": "msbuild", "failOn": "warning" } }""";
        Assert.Equal(1, Check(json, "check").Code);
        Assert.StartsWith("a.policy(4,3): warning PL4003: ", Check(json, "check").Output, StringComparison.Ordinal);
        Assert.Equal(0, Check(json, "check --fail-on error").Code);
        Assert.StartsWith("warning[PL4003]", Check(json, "check --format text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_count_for_paths_too_and_a_folder_with_its_own_file_is_that_project()
    {
        using var run = new CommandRun(("a.policy", Contradiction), ("in/b.policy", Contradiction), ("in/c.policy", "?"), ("policy.json", """{ "severities": { "PL4003": "error" } }"""));
        Assert.Contains("error[PL4003]", run.Run("check a.policy").Output, StringComparison.Ordinal);
        run.Write("in/policy.json", """{ "sources": ["b.policy"] }"""u8.ToArray());
        Assert.Contains("warning[PL4003]", run.Run("check in").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("c.policy", run.Run("check in").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "severities": { "PL4033": "off" } }""", "There is no finding 'PL4033'.", 19)]
    [InlineData("""{ "severities": { "PL1010": "off" } }""", "'PL1010' stays an error: what could not be understood takes no part in conflicts and decisions.", 19)]
    [InlineData("""{ "severities": { "PL4003": "eror" } }""", "'eror' is not a severity.", 29)]
    [InlineData("""{ "resolution": ["superior", "lex"] }""", "There is no principle 'lex'.", 30)]
    [InlineData("""{ "output": { "fromat": "json" } }""", "'fromat' is not an output setting.", 15)]
    [InlineData("""{ "output": { "format": "xml" } }""", "'xml' is not an output format.", 25)]
    public void A_name_that_it_does_not_know_is_told_at_its_place(string json, string message, int column)
    {
        string output = Check(json, "check --format text").Output;
        Assert.Contains($"warning[PL7011]: {message}\n --> policy.json:1:{column}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acknowledgement_ends_as_of_a_day()
    {
        string text = Contradiction + "\nacknowledge conflict between F.A and F.B because \"so\" until 2024-06-30";
        Assert.Equal(["PL4003 information"], Found(Check("{}", "check --format json --as-of 2024-06-30", text)));
        Assert.Equal(["PL4003 warning", "PL4007 warning"], Found(Check("{}", "check --format json --as-of 2024-07-01", text)));
        Assert.Equal(2, Check("{}", "check --as-of tomorrow").Code);
    }

    [Fact]
    public void The_schema_knows_the_same_settings_as_the_reader()
    {
        JsonElement schema = JsonDocument.Parse(Repository.Read("src/PolicyLang.Cli/policy.schema.json")).RootElement;
        JsonElement properties = schema.GetProperty("properties");
        Assert.Equal(["$schema", "name", "edition", "asOf", "mine", "uses", "law", "sources", "exclude", "severities", "resolution", "output"], properties.EnumerateObject().Select(p => p.Name));
        string[] settings = [.. properties.GetProperty("output").GetProperty("properties").EnumerateObject().Select(p => p.Name)];
        Assert.Equal(["format", "failOn", "namespace", "directory", "visibility"], settings);
        Assert.All(settings, setting => Assert.DoesNotContain("is no setting of the output", Check($"{{ \"output\": {{ \"{setting}\": \"error\" }} }}", "check --format json").Output, StringComparison.Ordinal));
        foreach (string format in Names(properties.GetProperty("output").GetProperty("properties").GetProperty("format").GetProperty("enum")))
        {
            Assert.DoesNotContain("PL7011", Check($"{{ \"output\": {{ \"format\": \"{format}\" }} }}", "check").Output, StringComparison.Ordinal);
        }

        foreach (string severity in Names(properties.GetProperty("severities").GetProperty("additionalProperties").GetProperty("enum")))
        {
            Assert.DoesNotContain("PL7011", Check($"{{ \"severities\": {{ \"PL4003\": \"{severity}\" }} }}", "check").Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_of_the_page_is_read_without_a_finding()
    {
        string json = Block().Match(Repository.Read("docs/language/project-file.md")).Groups[1].Value;
        using var run = new CommandRun(("laws/a.policy", "resolve conflicts by specialis\n"), ("policy.json", json));
        CommandRun.Result result = run.Run("check");
        Assert.Equal(0, result.Code);
        Assert.Contains("\"results\": []", result.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement list) => list.EnumerateArray().Select(e => e.GetString() ?? "");

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

using System.Text;
using System.Text.Json;

namespace PolicyLang.Cli.Tests;

/// <summary>The examples through the commands: every witness replays.</summary>
public sealed class ExamplesTests
{
    private static string Root { get; } = Repository.PathOf(".");

    [Fact]
    public void Every_unresolved_conflict_holds_for_its_witness_and_on_its_day()
    {
        using var run = new CommandRun();
        JsonElement[] conflicts = Conflicts(run.Run("conflicts tests/cases/first-examples --format json", folder: Root));
        Assert.NotEmpty(conflicts);
        foreach (JsonElement conflict in conflicts)
        {
            string witness = conflict.GetProperty("witness").GetRawText();
            string day = conflict.GetProperty("witness").GetProperty("date").GetString() ?? string.Empty;
            string names = Names(conflict);
            Assert.Contains(names, Conflicts(run.Run(["conflicts", "tests/cases/first-examples", "--format", "json", "--case", "-"], Encoding.UTF8.GetBytes(witness), Root)).Select(Names));
            Assert.Contains(names, Conflicts(run.Run($"conflicts tests/cases/first-examples --format json --on {day}", folder: Root)).Select(Names));
        }
    }

    [Fact]
    public void The_dilemmas_of_foreign_access_are_found_and_decided()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run("conflicts tests/cases/first-examples/foreign-access --kind dilemma --format json", folder: Root);
        JsonElement[] conflicts = Conflicts(result);
        Assert.Equal(1, result.Code);
        Assert.Contains("CloudAct.S2713 GDPR.Art48", conflicts.Select(Names));
        Assert.Contains("CloudAct.S2713 DSL.Art36", conflicts.Select(Names));
        string cases = string.Join('\n', conflicts.Select(conflict => JsonSerializer.Serialize(conflict.GetProperty("witness"))));
        CommandRun.Result decided = run.Run("decide tests/cases/first-examples/foreign-access", cases, Root);
        Assert.Equal(0, decided.Code);
        Assert.All(decided.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{\"decision\":\"conflicting\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_examples_are_in_canonical_layout()
    {
        using var run = new CommandRun();
        Assert.Equal(new CommandRun.Result(0, "", ""), run.Run("format tests/cases/first-examples examples src/PolicyLang.Law/Instruments --check", folder: Root));
    }

    [Theory]
    [InlineData("check tests/cases/first-examples")]
    [InlineData("conflicts tests/cases/first-examples --all --format json")]
    [InlineData("vocabulary --format json")]
    public void A_run_is_a_function_of_its_input(string arguments)
    {
        using var run = new CommandRun();
        Assert.Equal(run.Run(arguments, folder: Root), run.Run(arguments, folder: Root));
    }

    private static JsonElement[] Conflicts(CommandRun.Result result) => [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("conflicts").EnumerateArray()];

    private static string Names(JsonElement conflict) => string.Join(' ', conflict.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetString()));
}

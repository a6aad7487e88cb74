using System.Text.RegularExpressions;
using PolicyLang.Testing;
using YamlDotNet.RepresentationModel;

namespace PolicyLang.Cli.Tests;

/// <summary>What <c>docs/ci.md</c> tells users to write is YAML, names what there is, and its commands run.</summary>
public sealed partial class CiPageTests
{
    private const string Law = "framework F { authority EU in force from 2020-01-01\n  transfer Bar { Exporter must not transfer Health from DE to US } }\n";

    private static string Page => RepositoryFiles.Read("docs/ci.md");

    [Fact]
    public void Every_snippet_is_YAML()
    {
        YamlMappingNode[] snippets = [.. Blocks("yaml").Select(Parse)];
        Assert.Equal(["jobs", "name", "on", "permissions"], KeysOf(snippets[0]));
        Assert.Equal(["repos"], KeysOf(snippets[1]));
        Assert.Equal(["policies"], KeysOf(snippets[2]));
        Assert.Equal(["steps", "trigger"], KeysOf(snippets[3]));
    }

    [Fact]
    public void The_workflow_and_the_table_name_inputs_of_the_action()
    {
        string[] inputs = KeysOf(Parse(RepositoryFiles.Read(".github/actions/policyc/action.yml"))["inputs"]);
        var steps = (YamlSequenceNode)Parse(Blocks("yaml").First())["jobs"]["policies"]["steps"];
        Assert.Empty(KeysOf(steps[1]["with"]).Except(inputs));
        Assert.Equal(inputs, Input().Matches(Page[Page.IndexOf("| input |", StringComparison.Ordinal)..]).Take(inputs.Length)
            .Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_hooks_are_those_that_there_are()
    {
        string hooks = RepositoryFiles.Read(".pre-commit-hooks.yaml");
        var named = (YamlSequenceNode)Parse(Blocks("yaml").ElementAt(1))["repos"][0]["hooks"];
        Assert.All(named, hook => Assert.Contains($"- id: {hook["id"]}\n", hooks, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_runs()
    {
        GitFolder.SkipWithout("git");
        using var run = new CommandRun(("rules/f.policy", Law));
        run.Write("policy-baseline.json", System.Text.Encoding.UTF8.GetBytes(run.Run("check --format json").Output));
        GitFolder.Git(run.Folder, "init -q");
        GitFolder.Commit(run.Folder, "first");
        string[] commands = [.. Blocks("yaml").Concat(Blocks("sh")).SelectMany(b => Command().Matches(b)).Select(m => m.Groups[1].Value)];
        Assert.True(commands.Length >= 8, $"only {commands.Length} commands are found");
        foreach (string command in commands)
        {
            CommandRun.Result result = run.Run(Variable().Replace(command, "HEAD"));
            Assert.Equal((command, 0, ""), (command, result.Code, result.Error));
        }
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Page, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => m.Groups[1].Value);

    private static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Assert.IsType<YamlMappingNode>(stream.Documents.Single().RootNode);
    }

    private static string[] KeysOf(YamlNode node) =>
        [.. Assert.IsType<YamlMappingNode>(node).Children.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\| `([\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Input();

    [GeneratedRegex(@"^(?: +- (?:script: )?)?policyc ([^\n>]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"\\$[^\"]+\"")]
    private static partial Regex Variable();
}

using System.Text.RegularExpressions;
using PolicyLang.Testing;
using YamlDotNet.RepresentationModel;

namespace PolicyLang.Cli.Tests;

/// <summary>The files that others read: the GitHub action, and the hooks of pre-commit.</summary>
public sealed partial class ActionFileTests
{
    private const string Folder = ".github/actions/policyc/";

    private static string Script => RepositoryFiles.Read(Folder + "run.sh");

    [Fact]
    public void The_action_has_only_keys_that_GitHub_knows()
    {
        YamlMappingNode action = Map(Read(Folder + "action.yml"));
        HasOnly(action, "name", "description", "author", "inputs", "outputs", "runs", "branding");
        Assert.All(Map(action["inputs"]).Children, i => HasOnly(Map(i.Value), "description", "required", "default", "deprecationMessage"));
        Assert.All(Map(action["outputs"]).Children, o => HasOnly(Map(o.Value), "description", "value"));
        HasOnly(Map(action["runs"]), "using", "steps");
        Assert.Equal("composite", Text(action["runs"]["using"]));
        foreach (YamlMappingNode step in Steps(action))
        {
            HasOnly(step, "id", "name", "if", "uses", "with", "run", "shell", "env", "working-directory", "continue-on-error");
            Assert.True(step.Children.ContainsKey("uses") != step.Children.ContainsKey("run"), "a step either uses or runs");
            Assert.Equal(step.Children.ContainsKey("run"), step.Children.ContainsKey("shell"));
        }
    }

    [Fact]
    public void Foreign_actions_are_pinned_by_version() => Assert.All(
        Steps(Map(Read(Folder + "action.yml"))).Where(s => s.Children.ContainsKey("uses")),
        step => Assert.Matches(@"^[\w-]+(/[\w-]+)+@v\d+(\.\d+)*$", Text(step["uses"])));

    [Fact]
    public void Every_input_and_output_is_declared_and_used()
    {
        YamlMappingNode action = Map(Read(Folder + "action.yml"));
        string text = RepositoryFiles.Read(Folder + "action.yml");
        Assert.Equal(Keys(action["inputs"]), Named(UsedInput(), text));
        YamlMappingNode run = Steps(action).Single(s => s.Children.TryGetValue("id", out YamlNode? id) && Text(id) == "run");
        Assert.Equal(Keys(run["env"]).Where(k => k.StartsWith("INPUT_", StringComparison.Ordinal)), Named(ReadInput(), Script));
        Assert.Equal(Keys(action["outputs"]), Named(WrittenOutput(), Script));
        Assert.Equal(Keys(action["outputs"]), Named(UsedOutput(), text));
    }

    [Theory]
    [InlineData("policyc-check", "framework F { authority Nowhere }\n", 1)]
    [InlineData("policyc-check", "framework F { authority EU }\n", 0)]
    [InlineData("policyc-format", "framework   F {authority EU}\n", 0)]
    public void Hooks_run_as_pre_commit_would_run_them(string id, string text, int code)
    {
        YamlMappingNode hook = Hooks().Single(h => Text(h["id"]) == id);
        string[] words = Text(hook["entry"]).Split(' ');
        bool passes = !hook.Children.TryGetValue("pass_filenames", out YamlNode? pass) || Text(pass) != "false";
        using var run = new CommandRun(("laws/a.policy", text));
        CommandRun.Result result = run.Run([.. words[1..], .. passes ? ["laws/a.policy"] : Array.Empty<string>()], []);
        Assert.Equal(("policyc", code), (words[0], result.Code));
        Assert.Equal(id == "policyc-format", File.ReadAllText(run.PathOf("laws/a.policy")) != text);
    }

    [Theory]
    [InlineData("laws/a.policy", true, true)]
    [InlineData("a.policy.md", true, true)]
    [InlineData("policy.json", true, false)]
    [InlineData("laws/policy.json", true, false)]
    [InlineData("laws/mypolicy.json", false, false)]
    [InlineData("a.policyc", false, false)]
    public void Hooks_take_the_files_of_policyc(string file, bool check, bool format) => Assert.Equal(
        (check, format),
        (Regex.IsMatch(file, FilesOf("policyc-check")), Regex.IsMatch(file, FilesOf("policyc-format"))));

    [Fact]
    public void Hooks_have_only_keys_that_pre_commit_knows() => Assert.All(
        Hooks(), hook => HasOnly(hook, "id", "name", "description", "entry", "language", "files", "pass_filenames"));

    private static string FilesOf(string hook) => Text(Hooks().Single(h => Text(h["id"]) == hook)["files"]);

    private static IEnumerable<YamlMappingNode> Hooks() => ((YamlSequenceNode)Read(".pre-commit-hooks.yaml")).Select(Map);

    private static YamlNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RepositoryFiles.Read(file)));
        return stream.Documents.Single().RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode action) => ((YamlSequenceNode)action["runs"]["steps"]).Select(Map);

    private static YamlMappingNode Map(YamlNode node) => Assert.IsType<YamlMappingNode>(node);

    private static string Text(YamlNode node) => Assert.IsType<YamlScalarNode>(node).Value ?? "";

    private static void HasOnly(YamlMappingNode node, params string[] known) => Assert.Empty(Keys(node).Except(known));

    private static IEnumerable<string> Keys(YamlNode node) => Map(node).Children.Keys.Select(Text).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Named(Regex pattern, string text) =>
        pattern.Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"inputs\.([\w-]+)")]
    private static partial Regex UsedInput();

    [GeneratedRegex(@"\$\{?(INPUT_\w+)")]
    private static partial Regex ReadInput();

    [GeneratedRegex("echo \"(\\w+)=")]
    private static partial Regex WrittenOutput();

    [GeneratedRegex(@"steps\.run\.outputs\.(\w+)")]
    private static partial Regex UsedOutput();
}

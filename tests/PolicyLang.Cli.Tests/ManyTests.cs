using System.Text.Json;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>Many lines, many findings, many ways to say nothing: one bad one spoils none of the others.</summary>
public sealed class ManyTests
{
    [Fact]
    public void A_bad_line_is_an_error_of_its_own()
    {
        using var run = new CommandRun(("a.policy", ""));
        string good = """{"date":"2024-03-01","action":"transfer"}""";
        string lone = File.ReadAllText(RepositoryFiles.PathOf("tests/cases/hostile/case_lone.json"));
        string[] bad = [lone, """{"\ud800":"x"}""", "{", "[]", "null", """{"a":{"b":1}}""", new string('x', (1 << 20) + 5)];
        CommandRun.Result result = run.Run("decide a.policy", string.Join('\n', [good, .. bad, good]) + "\n");
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, result.Code);
        Assert.Equal(bad.Length + 2, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(lines[0], lines[^1]);
        Assert.All(lines[1..^1], line => Assert.StartsWith("{\"error\":", line, StringComparison.Ordinal));
        Assert.DoesNotContain("bug", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("decide a.policy --case -", lone).Code);
    }

    [Fact]
    public void Of_very_many_findings_people_are_told_200()
    {
        string law = string.Concat(Enumerable.Range(0, 300).Select(i => $"attribute a{i} : nosuch{i}\n"));
        using var run = new CommandRun(("a.policy", law));
        CommandRun.Result few = run.Run("check");
        Assert.Equal(200, few.Output.Split("error[").Length - 1);
        Assert.Contains("and 100 more (--all)\n", few.Output, StringComparison.Ordinal);
        Assert.Contains("300 errors in 1 file", few.Output, StringComparison.Ordinal);
        Assert.Equal(200, run.Run("check --each").Output.Split("error[").Length - 1);
        Assert.Equal(300, run.Run("check --all").Output.Split("error[").Length - 1);
        Assert.Equal(300, run.Run("check --format msbuild").Output.Split("error PL").Length - 1);
        using var json = JsonDocument.Parse(run.Run("check --format json").Output);
        Assert.Equal(300, json.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Theory]
    [InlineData("check", "")]
    [InlineData("check", " ")]
    [InlineData("generate", "--output", "")]
    [InlineData("generate", "--output=")]
    [InlineData("generate", "--namespace", "")]
    [InlineData("decide", "--case", "")]
    [InlineData("format", "")]
    public void An_empty_argument_is_wrong_usage(params string[] arguments)
    {
        using var run = new CommandRun(("a.policy", "framework F {authority EU in force from 2020-01-01}"));
        CommandRun.Result result = run.Run(arguments, []);
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("empty", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.PathOf("Generated")));
    }

    [Fact]
    public void What_is_sent_to_format_is_formatted_and_the_folder_left_alone()
    {
        const string Messy = "framework A {authority EU in force from 2020-01-01}";
        using var run = new CommandRun(("other.policy", Messy));
        CommandRun.Result piped = run.Run("format", "framework B {authority EU}");
        Assert.Equal((0, "framework B {\n  authority EU\n}\n"), (piped.Code, piped.Output));
        CommandRun.Result nothing = run.Run("format");
        Assert.Equal((2, ""), (nothing.Code, nothing.Output));
        Assert.Equal(Messy, File.ReadAllText(run.PathOf("other.policy")));
        Assert.Equal((1, "<stdin>\n"), run.Run("format --check", Messy) is var checked_ ? (checked_.Code, checked_.Output) : default);
        Assert.Equal("other.policy\n", run.Run("format --check").Output);
    }

    [Fact]
    public void A_kind_of_conflict_that_is_switched_off_is_told_last()
    {
        using var run = new CommandRun(("a.policy", ""), ("policy.json", """{ "severities": { "PL4003": "off", "PL3104": "off" } }"""));
        Assert.Matches(@"\ASwitched off in the project file: PL4003 \(.*\)\.\z", run.Run("check").Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Theory]
    [InlineData("publish/b.policy")]
    [InlineData("bin/b.policy")]
    [InlineData(".git/b.policy")]
    [InlineData(".#a.policy")]
    [InlineData("._a.policy")]
    [InlineData("drafts/deep/b.policy")]
    public void What_does_not_belong_to_a_project_is_not_read(string path)
    {
        using var run = new CommandRun(("a.policy", ""), ("policy.json", """{ "exclude": ["drafts/**"] }"""));
        run.Write(path, [0]);
        foreach (string command in new[] { "check", "check .", "check **/*.policy" })
        {
            Assert.Equal(new CommandRun.Result(0, "no findings in 1 file, 0 clauses\n", ""), run.Run(command));
        }
    }
}

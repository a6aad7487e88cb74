using System.Text.RegularExpressions;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>
/// The studies under <c>examples</c>: each prints the findings that the tool finds, and its scenarios and checks pass. <c>POLICYLANG_UPDATE_BASELINES=1</c> writes what is found now.
/// </summary>
public sealed partial class StudiesTests
{
    public static TheoryData<string, int, int> Studies { get; } = new()
    {
        { "bulk-data", 9, 1 },
        { "china-outbound", 9, 1 },
        { "digital-framework/revision-1", 6, 0 },
        { "digital-framework/revision-2", 4, 2 },
        { "five-orders", 9, 2 },
        { "foreign-access", 6, 1 },
        { "hospital-group", 15, 1 },
        { "localisation", 7, 1 },
        { "state-behaviour", 8, 2 },
    };

    private static string Root { get; } = Repository.PathOf(".");

    [Fact]
    public void Every_study_is_looked_at() => Assert.Equal(Files().Order(StringComparer.Ordinal), Studies.Select(s => s.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_tells_what_is_found(string study, int scenarios, int checks)
    {
        Assert.True(scenarios + checks > 0);
        string file = Repository.PathOf(PathOf(study));
        string text = File.ReadAllText(file);
        Assert.NotEmpty(Told().Matches(text));
        Baseline.Verify(file, Told().Replace(text, match => $"```text\n$ policyc {match.Groups[1].Value}\n{Output(match.Groups[1].Value)}```"));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_cases_of_a_study_come_out_as_it_says(string study, int scenarios, int checks)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run($"test examples/{study}", folder: Root);
        Assert.Equal(0, result.Code);
        Assert.Equal((scenarios, checks), (Count(result, "scenario"), Count(result, "check")));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_says_what_it_is_and_uses_the_library(string study, int scenarios, int checks)
    {
        Assert.True(scenarios + checks > 0);
        string text = Repository.Read(PathOf(study));
        Assert.Contains("A reading aid, not legal advice.", text, StringComparison.Ordinal);
        Assert.Contains("\nuses ", text, StringComparison.Ordinal);
        Assert.Contains("\n## The story\n", study.EndsWith("revision-2", StringComparison.Ordinal) ? Repository.Read(PathOf(study.Replace("revision-2", "revision-1", StringComparison.Ordinal))) : text, StringComparison.Ordinal);
        Assert.Matches(@"\n## What the \w+ did\n", text);
        Assert.Contains($"`{study.Split('/')[0]}/`", Repository.Read("examples/README.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files() => Repository.Files("examples", "*.policy.md").Select(f => f["examples/".Length..f.LastIndexOf('/')]);

    private static string PathOf(string study) => Repository.Files($"examples/{study}", "*.policy.md").Single();

    private static int Count(CommandRun.Result result, string kind) => result.Output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal) && line.Contains($" - {kind}: ", StringComparison.Ordinal));

    private static string Output(string arguments)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(arguments, folder: Root);
        Assert.Equal("", result.Error);
        return result.Output.TrimEnd('\n') + "\n";
    }

    [GeneratedRegex(@"```text\n\$ policyc ([^\n]*)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Told();
}

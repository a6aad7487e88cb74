using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.Cli.Tests.Web;

/// <summary>The request <c>policy/check</c> answers what the command writes, byte for byte.</summary>
public sealed class CheckRequestTests
{
    public static TheoryData<string> Studies => [.. Directory.GetDirectories(Repository.PathOf("examples")).Select(folder => Path.GetFileName(folder)).Where(name => name != "consumer").Append("").Order()];

    /// <summary>Each study by itself, and all of them as the project that they are.</summary>
    [Theory, MemberData(nameof(Studies))]
    public Task Every_study_is_found_as_the_command_finds_it(string study)
    {
        string folder = Repository.PathOf($"examples/{study}".TrimEnd('/'));
        return CompareAsync([.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) == "policy.json" || Path.GetFileName(file).Contains(".policy", StringComparison.Ordinal))
            .Where(file => !file.Contains("consumer", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))], hasFindings: false);
    }

    [Fact]
    public Task Findings_of_every_kind_are_told_alike() => CompareAsync(
        [
            ("policy.json", """{ "uses": ["GDPR"], "law": "0.1", "nmae": "x" }"""),
            ("a/first.policy", "uses CloudAct\nframework A { authority US in force from 2020-01-01 transfer T { may transfer Health from EEA to US } }"),
            ("b.policy.md", "# Draft\n\n```policy\nframework B { authority EU transfer T { must not transfr Health from Nowhere to US } }\n```\n"),
        ], hasFindings: true);

    [Fact]
    public async Task A_day_is_a_day()
    {
        await using WebSession session = await new WebSession([("a.policy", "uses GDPR")]).BegunAsync();
        JsonElement answer = await session.AskAsync("policy/check", new JsonObject { ["asOf"] = "tomorrow" });
        Assert.Equal("'tomorrow' is not a date; write it as YYYY-MM-DD, for example 2025-01-31.", answer.GetProperty("error").GetProperty("message").GetString());
        answer = await session.AskAsync("policy/check", new JsonObject { ["asOf"] = "2029-01-02" });
        using var run = new CommandRun(("a.policy", "uses GDPR"));
        string told = answer.GetProperty("result").GetProperty("json").GetString() ?? string.Empty;
        Assert.Contains("PL3114", told, StringComparison.Ordinal);
        Assert.Equal(run.Run("check . --format json --as-of 2029-01-02").Output, told);
    }

    private static async Task CompareAsync((string Path, string Text)[] files, bool hasFindings)
    {
        using var run = new CommandRun(files);
        string written = run.Run("check --format json").Output;
        await using WebSession session = await new WebSession(files).BegunAsync();
        JsonElement answer = await session.AskAsync("policy/check", []);
        string told = answer.GetProperty("result").GetProperty("json").GetString() ?? string.Empty;
        Assert.Equal(written, told);
        Assert.True(!hasFindings || JsonDocument.Parse(told).RootElement.GetProperty("diagnostics").GetArrayLength() > 3, told);
    }
}

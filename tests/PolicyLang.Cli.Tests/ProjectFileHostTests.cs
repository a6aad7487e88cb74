using System.Text.Json;
using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageServer;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>The command line and the language server say the same of a project file, at the same place.</summary>
public sealed class ProjectFileHostTests
{
    public static TheoryData<string> Names => [.. ProjectFileCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_say_the_same(string name)
    {
        (string json, string[] expected) = ProjectFileCases.All[name];
        using var run = new CommandRun(("a.policy", string.Empty), ("policy.json", json));
        CommandRun.Result result = run.Run("check --format json");
        bool unusable = expected.Any(e => e.StartsWith("PL7010", StringComparison.Ordinal));
        bool wrong = expected.Any(e => e.StartsWith("PL7013", StringComparison.Ordinal));
        Assert.Equal(unusable ? 2 : wrong ? 1 : 0, result.Code);
        Assert.Equal(expected, Found(result.Output));
        if (unusable)
        {
            Assert.Equal(expected, Refusal(run.Run("check").Error));
        }

        FolderFiles server = new ServerHost(new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, TextWriter.Null, run.Folder)).Find(run.Folder);
        Assert.Equal(expected, server.Diagnostics.Select(d => $"{d.Code} {d.Location.Start.Line + 1}:{d.Location.Start.Character + 1} {d.Message} {d.Help}"));
        Assert.All(server.Diagnostics, d => Assert.Equal(run.PathOf("policy.json"), d.Location.File));
    }

    // "error[PL7010]: policy.json:1:2: message", then "  = help: …".
    private static string[] Refusal(string error)
    {
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        string[] parts = lines[0].Split(": ", 3);
        return [$"{parts[0]["error[".Length..^1]} {parts[1]["policy.json:".Length..]} {parts[2]} {lines[1]["  = help: ".Length..]}"];
    }

    private static string[] Found(string output)
    {
        using var document = JsonDocument.Parse(output);
        return
        [
            .. document.RootElement.GetProperty("diagnostics").EnumerateArray()
                .Select(d => $"{d.GetProperty("code")} {d.GetProperty("line")}:{d.GetProperty("column")} {d.GetProperty("message")} {d.GetProperty("help")}"),
        ];
    }
}

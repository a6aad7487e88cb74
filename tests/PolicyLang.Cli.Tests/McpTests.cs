using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace PolicyLang.Cli.Tests;

/// <summary>Assistants are served over the protocol, by the program itself and with the client of the SDK.</summary>
public sealed class McpTests
{
    private const string Draft = """
        framework Act { authority JP in force from 2024-01-01
          transfer Ban { Exporter must not transfer Helth from JP to US unless explicit_consent }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>From an empty folder to a policy without findings, by calls alone.</summary>
    [Fact]
    public async Task An_assistant_gets_from_an_empty_folder_to_a_policy_without_findings()
    {
        await using Session session = await Session.StartAsync("--allow-write");
        Assert.Empty(Directory.EnumerateFileSystemEntries(session.Folder));
        JsonElement found = await session.CallAsync("law", new() { ["query"] = "cloud act warrant" });
        Assert.Contains("CloudAct", found.GetRawText(), StringComparison.Ordinal);
        JsonElement first = await session.CallAsync("check", Files(Draft));
        JsonElement mistake = Assert.Single(first.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("PL2002", mistake.GetProperty("code").GetString());
        Assert.Contains("Health", mistake.GetRawText(), StringComparison.Ordinal);
        string page = await session.TextAsync("explain", new() { ["code"] = "PL2002" });
        Assert.Contains("PL2002", page, StringComparison.Ordinal);

        string mended = Draft.Replace("Helth", "Health", StringComparison.Ordinal);
        JsonElement second = await session.CallAsync("check", Files(mended));
        Assert.Empty(second.GetProperty("diagnostics").EnumerateArray());
        JsonElement formatted = await session.CallAsync("format", new(Files(mended)) { ["save"] = true });
        Assert.True(formatted.GetProperty("saved").GetBoolean());
        string text = await File.ReadAllTextAsync(Path.Combine(session.Folder, "act.policy"), Stop);
        Assert.Equal(text, formatted.GetProperty("files").GetProperty("act.policy").GetString());

        // From here on the file of the folder is asked about.
        JsonElement last = await session.CallAsync("check", []);
        Assert.Empty(last.GetProperty("diagnostics").EnumerateArray());
        Assert.Empty(last.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(1, last.GetProperty("clauses").GetInt32());
        var act = new Dictionary<string, object?>
        {
            ["date"] = "2024-05-01", ["actor"] = new[] { "Exporter" }, ["action"] = "transfer", ["data"] = "Health", ["origin"] = "JP", ["destination"] = "US",
        };
        JsonElement decided = await session.CallAsync("decide", new() { ["case"] = act, ["explain"] = true });
        Assert.Equal("prohibited", decided.GetProperty("decision").GetString());
        Assert.True(decided.TryGetProperty("explanation", out _));
        JsonElement diff = await session.CallAsync("diff", new()
        {
            ["old"] = new Dictionary<string, object?> { ["act.policy"] = text },
            ["new"] = new Dictionary<string, object?> { ["act.policy"] = text.Replace("US", "KR", StringComparison.Ordinal) },
        });
        Assert.Equal("major", diff.GetProperty("level").GetString());
    }

    [Fact]
    public async Task Conflicts_and_amendments_are_told_as_the_commands_tell_them()
    {
        await using Session session = await Session.StartAsync();
        const string law = """
            framework A { authority JP in force from 2024-01-01 transfer Ban { must not transfer Health from JP to US } }
            framework B { authority JP in force from 2024-01-01 transfer Open { may transfer Health from JP to US } }
            """;
        await File.WriteAllTextAsync(Path.Combine(session.Folder, "law.policy"), law, Stop);
        using var run = new CommandRun(("law.policy", law));
        JsonElement conflicts = await session.CallAsync("conflicts", new() { ["paths"] = new[] { "law.policy" }, ["all"] = true });
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(run.Run("conflicts --all --format json").Output).RootElement, conflicts));
        JsonElement repairs = await session.CallAsync("repair", []);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(run.Run("repair --format json").Output).RootElement, repairs));
    }

    public static TheoryData<string, string, string> Refusals { get; } = new()
    {
        { "check", """{ "files": { "../evil.policy": "" } }""", "no name of a policy file" },
        { "check", """{ "files": { "--help": "" } }""", "no name of a policy file" },
        { "check", """{ "files": "text" }""", "object with the text of each file" },
        { "check", """{ "files": { "a.policy": "" }, "paths": ["a.policy"] }""", "not both" },
        { "check", """{ "paths": ["../"] }""", "not in the folder" },
        { "check", """{ "paths": ["/etc/passwd"] }""", "not in the folder" },
        { "check", """{ "paths": ["link/secret.policy"] }""", "not in the folder" },
        { "check", """{ "paths": ["missing.policy"] }""", "There is no file" },
        { "check", """{ "on": "soon" }""", "is not a date" },
        { "decide", "{ }", "Give a 'case'" },
        { "decide", """{ "case": { "date": "2024-01-01", "colour": "red" } }""", "There is no attribute 'colour'" },
        { "explain", """{ "code": "PL9" }""", "PL9" },
        { "explain", """{ "code": "--all" }""", "is no name" },
        { "law", """{ "names": ["Nothing"] }""", "has no framework" },
        { "format", """{ "files": { "a.policy": "" }, "save": true }""", "writes no files" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_call_that_cannot_be_answered_says_what_to_do(string tool, string arguments, string sentence)
    {
        await using Session session = await Session.StartAsync();
        using var elsewhere = new CommandRun(("secret.policy", Draft));
        Directory.CreateSymbolicLink(Path.Combine(session.Folder, "link"), elsewhere.Folder);
        await File.WriteAllTextAsync(Path.Combine(session.Folder, "law.policy"), Draft.Replace("Helth", "Health", StringComparison.Ordinal), Stop);
        Dictionary<string, object?> call = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value.Clone());
        CallToolResult result = await session.Client.CallToolAsync(tool, call, cancellationToken: Stop);
        Assert.True(result.IsError);
        Assert.Contains(sentence, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_text_is_refused()
    {
        await using Session session = await Session.StartAsync();
        CallToolResult result = await session.Client.CallToolAsync("check", Files(new string(' ', 1_000_001)), cancellationToken: Stop);
        Assert.True(result.IsError);
        Assert.Contains("1000 kB", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_the_drafting_guide_are_served()
    {
        await using Session session = await Session.StartAsync();
        IList<McpClientResource> pages = await session.Client.ListResourcesAsync(cancellationToken: Stop);
        Assert.Contains(pages, p => p.Uri == "policylang://reference/grammar");
        Assert.Contains(pages, p => p.Uri == "policylang://diagnostics/PL4001");
        foreach (McpClientResource page in pages.Where(p => p.Uri.Contains("reference", StringComparison.Ordinal)))
        {
            ReadResourceResult read = await session.Client.ReadResourceAsync(page.Uri, cancellationToken: Stop);
            Assert.StartsWith("# ", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text, StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<ModelContextProtocol.McpException>(async () => await session.Client.ReadResourceAsync("policylang://reference/../x", cancellationToken: Stop));
        McpClientPrompt prompt = Assert.Single(await session.Client.ListPromptsAsync(cancellationToken: Stop));
        GetPromptResult guide = await session.Client.GetPromptAsync(prompt.Name, new Dictionary<string, object?> { ["task"] = "Forbid exports" }, cancellationToken: Stop);
        Assert.Contains("Forbid exports", Assert.IsType<TextContentBlock>(Assert.Single(guide.Messages).Content).Text, StringComparison.Ordinal);
        Assert.Contains("policylang://reference/drafting-guide", session.Client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_say_what_they_take()
    {
        await using Session session = await Session.StartAsync();
        IList<McpClientTool> tools = await session.Client.ListToolsAsync(cancellationToken: Stop);
        Assert.Equal(["check", "conflicts", "decide", "diff", "explain", "format", "law", "repair"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.Equal("object", t.JsonSchema.GetProperty("type").GetString()));
        Assert.Equal(["format"], tools.Where(t => t.ProtocolTool.Annotations?.ReadOnlyHint == false).Select(t => t.Name));
    }

    [Fact]
    public void A_folder_that_is_missing_is_told()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run("mcp --folder nowhere");
        Assert.Equal(2, result.Code);
        Assert.Contains("nowhere", result.Error, StringComparison.Ordinal);
    }

    /// <summary>These were written with nothing but the drafting guide at hand.</summary>
    [Theory]
    [InlineData("broker")]
    [InlineData("clinic")]
    [InlineData("telecom")]
    public async Task What_the_guide_teaches_compiles(string name)
    {
        await using Session session = await Session.StartAsync();
        JsonElement found = await session.CallAsync("check", Files(Repository.Read($"tests/cases/drafting/{name}.policy")));
        Assert.DoesNotContain(found.GetProperty("diagnostics").EnumerateArray(), d => d.GetProperty("severity").GetString() is "error" or "warning");
        Assert.Empty(found.GetProperty("conflicts").EnumerateArray());
        Assert.True(found.GetProperty("clauses").GetInt32() >= 2);
    }

    private static Dictionary<string, object?> Files(string text) => new() { ["files"] = new Dictionary<string, object?> { ["act.policy"] = text } };

    /// <summary>The program serving one client.</summary>
    private sealed class Session : IAsyncDisposable
    {
        private readonly CommandRun _run;
        private readonly Task<int> _server;
        private readonly Pipe _toServer;

        private Session(CommandRun run, Task<int> server, Pipe toServer, McpClient client) => (_run, _server, _toServer, Client) = (run, server, toServer, client);

        public McpClient Client { get; }

        public string Folder => _run.Folder;

        public static async Task<Session> StartAsync(params string[] options)
        {
            var run = new CommandRun();
            Pipe toServer = new();
            Pipe toClient = new();
            var host = new CommandHost(toServer.Reader.AsStream(), toClient.Writer.AsStream(), TextWriter.Null, TextWriter.Null, run.Folder);
            Task<int> server = Task.Run(() => PolicyCommand.Run(["mcp", .. options], host), Stop);
            var transport = new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream());
            return new Session(run, server, toServer, await McpClient.CreateAsync(transport, cancellationToken: Stop));
        }

        public async Task<JsonElement> CallAsync(string tool, Dictionary<string, object?> arguments)
        {
            CallToolResult result = await Client.CallToolAsync(tool, arguments, cancellationToken: Stop);
            string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
            Assert.True(result.IsError != true, text);
            Assert.True(result.StructuredContent is { } json && JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, json));
            return JsonDocument.Parse(text).RootElement;
        }

        public async Task<string> TextAsync(string tool, Dictionary<string, object?> arguments)
        {
            CallToolResult result = await Client.CallToolAsync(tool, arguments, cancellationToken: Stop);
            Assert.True(result.IsError != true);
            return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await _toServer.Writer.CompleteAsync();
            Assert.Equal(0, await _server.WaitAsync(TimeSpan.FromSeconds(20)));
            _run.Dispose();
        }
    }
}

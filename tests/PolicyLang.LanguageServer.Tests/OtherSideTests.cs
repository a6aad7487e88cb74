using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A client that misbehaves: the server answers, logs or ends, and never hangs.</summary>
public sealed class OtherSideTests
{
    private const string Law = """
        framework GDPR {
          authority EU
          in force from 2018-05-25
          sovereignty Art48 { Exporter must not disclose PersonalData from EEA to Authority outside EEA }
        }
        framework CloudAct {
          authority US
          in force from 2018-03-23
          sovereignty S2713 { ServiceProvider must disclose CommunicationsData to Authority in US }
        }

        """;

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":99999,"result":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"none","result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"m"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"m"}}""")]
    public async Task An_answer_that_nobody_waits_for_is_logged(string answer)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.SendAsync(answer);
        await RobustnessTests.StillAlive(server);
        Assert.Contains(server.Log.All, line => line.StartsWith("Warning: An answer that nobody waits for was ignored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_answer_is_logged()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        JsonObject asked = await server.Client.UntilAsync(all => all.FirstOrDefault(m => (string?)m["method"] == "workspace/configuration"));
        await server.Client.SendAsync($$"""{"jsonrpc":"2.0","id":{{asked["id"]?.ToJsonString()}},"result":[null]}""");
        await RobustnessTests.StillAlive(server);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    public async Task Parameters_that_are_no_object_are_refused(string parameters)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        foreach (string method in new[] { "textDocument/hover", "policy/matrix", "shutdown" })
        {
            JsonObject answer = await server.Client.RequestAsync(method, parameters);
            Assert.Equal(-32602, (int?)answer["error"]?["code"]);
        }

        JsonObject named = await server.Client.RequestAsync("textDocument/hover", parameters, "\"an id\"");
        Assert.Equal(-32602, (int?)named["error"]?["code"]);
        await server.Client.NotifyAsync("textDocument/didOpen", parameters);
        await RobustnessTests.StillAlive(server);
    }

    [Fact]
    public async Task The_server_ends_with_the_process_that_began_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process that stands for an editor is one of Unix.");
        using Process editor = Process.Start("sleep", "600");
        using Process process = ProcessTests.Start("lsp");
        var client = new LspClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        await client.RequestAsync("initialize", $$"""{"processId":{{editor.Id}},"rootUri":null,"capabilities":{} }""");
        await client.NotifyAsync("initialized");
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(3)));
        editor.Kill();
        await editor.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Five seconds are promised; a machine that runs other tests too is slow.
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_matrix_beyond_the_limit_is_refused_at_once()
    {
        await using Session session = await Session.OpenAsync(Law);
        string places = JsonSerializer.Serialize(Enumerable.Repeat("DE", 2000));
        JsonObject answer = await session.Server.Client.RequestAsync("policy/matrix", $$"""{"date":"2024-01-01","origins":{{places}},"destinations":{{places}} }""")
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Contains("250000 cells", (string?)answer["error"]?["message"], StringComparison.Ordinal);
        Assert.Equal(-32602, (int?)answer["error"]?["code"]);
    }

    [Fact]
    public async Task Edits_have_the_line_ends_of_the_file()
    {
        string text = Law.ReplaceLineEndings("\r\n");
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        await server.OpenAsync(Session.Uri, text);
        JsonArray found = await server.Client.DiagnosticsAsync(Session.Uri, all => all.Count > 0);
        int edits = 0;
        foreach (JsonNode? finding in found)
        {
            JsonObject answer = await server.Client.RequestAsync("textDocument/codeAction",
                $$"""{"textDocument":{"uri":"{{Session.Uri}}"},"range":{{finding?["range"]?.ToJsonString()}},"context":{"diagnostics":[]} }""");
            foreach (string written in (answer["result"] as JsonArray ?? []).SelectMany(a => a?["edit"]?["changes"]?[Session.Uri] as JsonArray ?? []).Select(e => (string?)e?["newText"] ?? ""))
            {
                edits += written.Contains('\n', StringComparison.Ordinal) ? 1 : 0;
                Assert.DoesNotContain("\n", written.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }

        Assert.InRange(edits, 2, 100);
    }
}

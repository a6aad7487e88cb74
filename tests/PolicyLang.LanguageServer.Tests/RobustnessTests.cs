using System.Text.Json.Nodes;
using static PolicyLang.LanguageServer.Tests.LifecycleTests;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Messages that must not end the connection; each is followed by one that must be answered.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("{", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""[{"jsonrpc":"2.0","id":7,"method":"shutdown"}]""", -32600)]
    [InlineData("42", -32600)]
    [InlineData("""{"jsonrpc":"2.0"}""", -32600)]
    public async Task What_is_no_message_is_answered_with_an_error(string text, int code)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.SendAsync(text);
        JsonObject answer = await server.Client.UntilAsync(all => all.FirstOrDefault(message => message["error"] is not null));
        Assert.Equal(code, (int?)answer["error"]?["code"]);
        Assert.True(answer.ContainsKey("id"));
        await StillAlive(server);
    }

    [Fact]
    public async Task An_empty_message_is_passed_over()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.SendAsync(string.Empty);
        await StillAlive(server);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999\r\n\r\n")]
    [InlineData("no header at all\r\n\r\n")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"x\"}")]
    [InlineData("\0\u0001\n:\n\n")]
    public async Task A_broken_header_is_told_and_the_next_message_is_read(string header)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.SendRawAsync(header);
        Task alive = StillAlive(server);
        JsonObject answer = await server.Client.UntilAsync(all => all.FirstOrDefault(message => message["error"] is not null));
        Assert.Equal(-32700, (int?)answer["error"]?["code"]);
        await alive;
    }

    [Fact]
    public async Task Other_headers_and_other_spellings_are_read()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        const string Body = """{"jsonrpc":"2.0","id":77,"method":"shutdown","params":null}""";
        await server.Client.SendRawAsync($"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: {Body.Length}\r\n\r\n{Body}");
        Assert.True((await server.Client.Expect("77").WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ContainsKey("result"));
    }

    [Fact]
    public async Task Unknown_requests_are_refused_and_unknown_notifications_ignored()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.NotifyAsync("$/unheardOf");
        await server.Client.NotifyAsync("textDocument/didSave", """{"textDocument":{"uri":"file:///a.policy"}}""");
        await server.Client.NotifyAsync("$/setTrace", """{"value":"verbose"}""");
        await server.Client.NotifyAsync("$/cancelRequest", """{"id":99}""");
        JsonObject answer = await server.Client.RequestAsync("textDocument/unheardOf");
        Assert.Equal(-32601, (int?)answer["error"]?["code"]);
        await StillAlive(server);
    }

    [Theory]
    [InlineData("""{"textDocument":{"uri":"file:///a.policy"}}""")]
    [InlineData("""{"textDocument":null,"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":5},"position":{"line":0,"character":0}}""")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Bad_parameters_are_told_without_a_stack_trace(string? parameters)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        JsonObject answer = await server.Client.RequestAsync("textDocument/hover", parameters);
        Assert.Equal(-32602, (int?)answer["error"]?["code"]);
        Assert.DoesNotContain("   at ", answer.ToJsonString());
        Assert.Null(answer["error"]?["data"]);
        await StillAlive(server);
    }

    [Fact]
    public async Task Additional_members_and_string_ids_are_accepted()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        JsonObject answer = await server.Client.RequestAsync(
            "textDocument/hover",
            """{"textDocument":{"uri":"file:///a.policy","extra":1},"position":{"line":0,"character":0},"workDoneToken":"t"}""",
            id: "\"abc\"");
        Assert.Null(answer["error"]);
        Assert.True(answer.ContainsKey("result"));
        Assert.Equal("abc", (string?)answer["id"]);
    }

    [Fact]
    public async Task Notifications_carry_one_object()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync("file:///a.policy", "?", version: 7);
        await server.FindingsAsync("file:///a.policy", "0:0");
        JsonObject message = server.Client.Received.Last(one => (string?)one["method"] == "textDocument/publishDiagnostics");
        JsonObject parameters = Assert.IsType<JsonObject>(message["params"]);
        Assert.Equal(7, (int?)parameters["version"]);
        JsonObject found = Assert.IsType<JsonObject>(parameters["diagnostics"]?[0]);
        Assert.Equal("policylang", (string?)found["source"]);
        Assert.Equal(1, (int?)found["severity"]);
        Assert.Equal($"file:///help/{found["code"]}.md", (string?)found["codeDescription"]?["href"]);
        Assert.DoesNotContain("null", message.ToJsonString());
    }

    [Fact]
    public async Task Notifications_for_documents_that_are_not_open_change_nothing()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.ChangeAsync("file:///a.policy", 2, (0, 0, 0, 0, "?"));
        await server.Client.NotifyAsync("textDocument/didClose", """{"textDocument":{"uri":"file:///a.policy"}}""");
        await server.OpenAsync("file:///b.policy", "?");
        await server.FindingsAsync("file:///b.policy", "0:0");
        Assert.DoesNotContain(server.Client.Received, message => message.ToJsonString().Contains("a.policy", StringComparison.Ordinal));
    }

    internal static async Task StillAlive(ServerUnderTest server)
    {
        JsonObject answer = await server.Client.RequestAsync("textDocument/hover", Hover("file:///nowhere.policy"));
        Assert.True(answer.ContainsKey("result") && answer["result"] is null, answer.ToJsonString());
    }
}

using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>From initialize to exit, and everything a client may do wrong in between.</summary>
public sealed class LifecycleTests
{
    [Theory]
    [InlineData("""["utf-8","utf-16"]""", "utf-8")]
    [InlineData("""["utf-32"]""", "utf-32")]
    [InlineData("""["ebcdic","utf-16"]""", "utf-16")]
    [InlineData("[]", "utf-16")]
    public async Task The_position_encoding_is_negotiated(string offered, string chosen)
    {
        await using var server = new ServerUnderTest();
        JsonObject answer = await server.Client.RequestAsync("initialize", $$$"""{"capabilities":{"general":{"positionEncodings":{{{offered}}} } } }""");
        Assert.Equal(chosen, (string?)answer["result"]?["capabilities"]?["positionEncoding"]);
    }

    [Theory]
    [InlineData("""{"general":[],"textDocument":{"hover":true,"completion":{"completionItem":null},"diagnostic":5},"workspace":{"diagnostics":"yes","configuration":1},"window":null}""")]
    [InlineData("""{"general":{"positionEncodings":[8,null]}}""")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task Capabilities_of_another_form_count_as_not_there(string capabilities)
    {
        await using var server = new ServerUnderTest();
        JsonObject answer = await server.Client.RequestAsync("initialize", $$"""{"capabilities":{{capabilities}} }""");
        Assert.Equal("utf-16", (string?)answer["result"]?["capabilities"]?["positionEncoding"]);
        await server.Client.NotifyAsync("initialized");
        await server.OpenAsync("file:///a.policy", "?");
        await server.FindingsAsync("file:///a.policy", "0:0");
    }

    [Fact]
    public async Task The_server_says_who_it_is_and_what_it_can()
    {
        await using var server = new ServerUnderTest();
        JsonNode? result = (await server.Client.RequestAsync("initialize", """{"capabilities":{}}"""))["result"];
        Assert.Equal("""{"name":"policylang","version":"1.2.3"}""", result?["serverInfo"]?.ToJsonString());
        Assert.Equal("""{"openClose":true,"change":2}""", result?["capabilities"]?["textDocumentSync"]?.ToJsonString());
        Assert.Equal("""{"workspaceFolders":{"supported":true,"changeNotifications":true}}""", result?["capabilities"]?["workspace"]?.ToJsonString());
        Assert.Equal(
            [
                "callHierarchyProvider", "codeActionProvider", "codeLensProvider", "completionProvider", "declarationProvider",
                "definitionProvider", "documentFormattingProvider", "documentHighlightProvider", "documentLinkProvider",
                "documentOnTypeFormattingProvider", "documentRangeFormattingProvider", "documentSymbolProvider", "executeCommandProvider",
                "foldingRangeProvider", "hoverProvider", "implementationProvider", "inlayHintProvider", "linkedEditingRangeProvider",
                "monikerProvider",
                "positionEncoding", "referencesProvider", "renameProvider", "selectionRangeProvider", "semanticTokensProvider",
                "signatureHelpProvider", "textDocumentSync", "typeDefinitionProvider", "typeHierarchyProvider", "workspace",
                "workspaceSymbolProvider",
            ],
            result?["capabilities"]?.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Shutdown_then_exit_ends_with_0(string? parameters)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        JsonObject answer = await server.Client.RequestAsync("shutdown", parameters);
        Assert.True(answer.ContainsKey("result"), answer.ToJsonString());
        Assert.Null(answer["result"]);
        await server.Client.NotifyAsync("exit", parameters);
        Assert.Equal(0, await server.Ended);
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.NotifyAsync("exit", null);
        Assert.Equal(1, await server.Ended);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_with_1()
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.Client.RequestAsync("shutdown", null);
        await server.Client.DisposeAsync();
        Assert.Equal(1, await server.Ended);
    }

    [Fact]
    public async Task Before_initialize_requests_are_refused_and_notifications_dropped()
    {
        await using var server = new ServerUnderTest();
        await server.OpenAsync("file:///a.policy", "?");
        Assert.Equal(-32002, Code(await server.Client.RequestAsync("textDocument/hover", Hover("file:///a.policy"))));
        await server.Client.RequestAsync("initialize", """{"capabilities":{}}""");
        await server.OpenAsync("file:///b.policy", "?");
        await server.FindingsAsync("file:///b.policy", "0:0");
        Assert.DoesNotContain(server.Client.Received, message => message.ToJsonString().Contains("a.policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_shutdown_and_a_second_time_requests_are_refused()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        Assert.Equal(-32600, Code(await server.Client.RequestAsync("initialize", """{"capabilities":{}}""")));
        await server.Client.RequestAsync("shutdown", null);
        Assert.Equal(-32600, Code(await server.Client.RequestAsync("textDocument/hover", Hover("file:///a.policy"))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Watching_is_registered_only_where_the_client_can(bool dynamic)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            capabilities: $$$"""{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":{{{(dynamic ? "true" : "false")}}} } } }""");
        if (dynamic)
        {
            JsonObject asked = await server.Client.UntilAsync(all => all.FirstOrDefault(message => (string?)message["method"] == "client/registerCapability"));
            Assert.Contains("**/*.policy", asked.ToJsonString());
        }

        Assert.Null((await server.Client.RequestAsync("textDocument/hover", Hover("file:///a.policy")))["error"]);
        Assert.Equal(dynamic, server.Client.Received.Any(message => (string?)message["method"] == "client/registerCapability"));
    }

    internal static string Hover(string uri, int line = 0, int character = 0) =>
        $$"""{"textDocument":{"uri":"{{uri}}"},"position":{"line":{{line}},"character":{{character}} } }""";

    private static int? Code(JsonObject answer) => (int?)answer["error"]?["code"];
}

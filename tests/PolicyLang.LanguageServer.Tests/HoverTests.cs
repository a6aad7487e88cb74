using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Hovering over names.</summary>
public sealed class HoverTests
{
    private const string Uri = "file:///laws/a.policy";
    private const string Text = "// \U0001F600\nframework F {\n  authority EU\n  in force from 2020-01-01\n  transfer C { Exporter must not transfer Health to outside EEA }\n}\n";

    [Theory]
    [InlineData(42, "Health", 42, 48)]
    [InlineData(48, "Health", 42, 48)]
    [InlineData(60, "EEA", 60, 63)]
    [InlineData(11, "F.C", 11, 12)]
    public async Task A_name_has_a_card(int character, string name, int from, int to)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Text);
        JsonNode? result = (await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, 4, character)))["result"];
        Assert.Equal("markdown", (string?)result?["contents"]?["kind"]);
        Assert.StartsWith($"**{name}**", (string?)result?["contents"]?["value"], StringComparison.Ordinal);
        Assert.Equal($$$"""{"start":{"line":4,"character":{{{from}}} },"end":{"line":4,"character":{{{to}}} } }""".Replace(" ", ""), result?["range"]?.ToJsonString());
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(4, 14)]
    [InlineData(0, 1)]
    [InlineData(99, 99)]
    public async Task Elsewhere_there_is_none(int line, int character)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Text);
        JsonObject answer = await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, line, character));
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
    }

    [Theory]
    [InlineData(4, 25, "must not", 24)]
    [InlineData(4, 30, "must not", 24)]
    [InlineData(4, 49, "to", 49)]
    [InlineData(4, 4, "transfer", 2)]
    [InlineData(3, 6, "in force from", 2)]
    public async Task A_word_of_the_language_is_explained(int line, int character, string words, int from)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Text);
        JsonNode? result = (await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, line, character)))["result"];
        Assert.StartsWith($"**{words}**", (string?)result?["contents"]?["value"], StringComparison.Ordinal);
        Assert.Equal(from, (int?)result?["range"]?["start"]?["character"]);
        Assert.Equal(from + words.Length, (int?)result?["range"]?["end"]?["character"]);
    }

    [Fact]
    public async Task The_answer_is_about_the_text_as_of_the_request()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Text);
        Task<JsonObject> before = server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, 4, 42));
        await server.ChangeAsync(Uri, 2, (4, 42, 4, 48, "Financial"));
        Task<JsonObject> after = server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, 4, 42));
        Assert.StartsWith("**Health**", (string?)(await before)["result"]?["contents"]?["value"], StringComparison.Ordinal);
        Assert.StartsWith("**Financial**", (string?)(await after)["result"]?["contents"]?["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_markdown_gets_plain_text()
    {
        const string Plain = """{"textDocument":{"hover":{"contentFormat":["plaintext"]},"completion":{"completionItem":{"documentationFormat":["plaintext"],"resolveSupport":{"properties":["documentation"]}}}}}""";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Plain);
        await server.OpenAsync(Uri, Text);
        JsonNode? card = (await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, 4, 42)))["result"]?["contents"];
        Assert.Equal("plaintext", (string?)card?["kind"]);
        Assert.StartsWith("Health — ", (string?)card?["value"], StringComparison.Ordinal);
        Assert.Contains("\nhttps://w3id.org/dpv", (string?)card?["value"]);
        Assert.DoesNotContain("*", (string?)card?["value"]);
        Assert.DoesNotContain(" \n", (string?)card?["value"]);

        JsonNode? item = (await server.Client.RequestAsync("completionItem/resolve", """{"label":"explicit_consent","kind":10,"data":{"kind":3,"name":"explicit_consent"}}"""))["result"];
        Assert.Equal("plaintext", (string?)item?["documentation"]?["kind"]);
        Assert.StartsWith("explicit_consent — ", (string?)item?["documentation"]?["value"], StringComparison.Ordinal);
    }
}

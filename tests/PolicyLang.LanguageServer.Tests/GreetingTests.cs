using System.Text;
using System.Text.Json.Nodes;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The first message is answered before the message library is there, or left to it byte for byte.</summary>
public sealed class GreetingTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8"]}}}}""";

    [Theory]
    [InlineData("1")]
    [InlineData("\"a\"")]
    public async Task A_plain_initialize_is_answered_at_once_and_what_follows_is_left(string id)
    {
        string message = Framed(Initialize.Replace("\"id\":1", $"\"id\":{id}", StringComparison.Ordinal));
        (EarlyInitialize greeting, string answer) = await ExchangeAsync(message + "Content-Le", one: true);
        Assert.NotNull(greeting.Request);
        JsonNode? body = JsonNode.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Equal(id, body?["id"]?.ToJsonString());
        Assert.Equal("utf-8", (string?)body?["result"]?["capabilities"]?["positionEncoding"]);
        Assert.Equal("1.2.3", (string?)body?["result"]?["serverInfo"]?["version"]);
        Assert.Equal("Content-Le", await RestAsync(greeting));
    }

    public static TheoryData<string> Others =>
    [
        string.Empty,
        "Content-Length: ",
        "Content-Length: 12\r\n\r\nshort",
        "Content-Length: many\r\n\r\n",
        "Content-Length: 0\r\n\r\n",
        "Content-Length: 99999999999\r\n\r\n{}",
        "Content-Length: 2\n\n{}",
        "Content-Type: application/vscode-jsonrpc\r\n" + Framed(Initialize),
        Framed("{"),
        Framed("[]"),
        Framed("42"),
        Framed("""{"jsonrpc":"2.0","method":"initialize","params":{}}"""),
        Framed("""{"jsonrpc":"2.0","id":null,"method":"initialize","params":{}}"""),
        Framed("""{"jsonrpc":"2.0","id":1,"method":"initialize"}"""),
        Framed("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":7}}"""),
        Framed("""{"jsonrpc":"2.0","id":1,"method":7,"params":{}}"""),
        Framed("""{"jsonrpc":"2.0","id":1,"method":"shutdown","params":{}}"""),
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Anything_else_is_left_as_it_is(string sent)
    {
        foreach (bool one in new[] { true, false })
        {
            (EarlyInitialize greeting, string answer) = await ExchangeAsync(sent, one);
            Assert.Null(greeting.Request);
            Assert.Empty(answer);
            Assert.Equal(sent, await RestAsync(greeting));
        }
    }

    [Fact]
    public async Task The_answer_is_that_of_the_library()
    {
        string[] answers = await Task.WhenAll(AnswerAsync(string.Empty), AnswerAsync("Content-Type: application/vscode-jsonrpc\r\n"));
        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n", -32700)]
    [InlineData("Content-Length: 1\r\n\r\n{", -32700)]
    [InlineData("Content-Length: 2\r\n\r\n[]", -32600)]
    public async Task After_a_broken_first_message_the_server_can_be_initialized(string first, int code)
    {
        await using var server = new ServerUnderTest();
        await server.Client.SendRawAsync(first);
        JsonObject error = await server.Client.UntilAsync(all => all.FirstOrDefault(message => message["error"] is not null));
        Assert.Equal(code, (int?)error["error"]?["code"]);
        Assert.NotNull((await server.Client.RequestAsync("initialize", """{"capabilities":{}}"""))["result"]);
    }

    private static async Task<string> AnswerAsync(string header)
    {
        await using var server = new ServerUnderTest();
        Task<JsonObject> answer = server.Client.Expect("1");
        await server.Client.SendRawAsync(header + Framed(Initialize));
        return (await answer.WaitAsync(LspClient.Patience)).ToJsonString();
    }

    private static string Framed(string body) => $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <param name="sent">What the client sends before it closes the connection.</param>
    /// <param name="one">Whether its bytes come one by one.</param>
    private static async Task<(EarlyInitialize Greeting, string Answer)> ExchangeAsync(string sent, bool one)
    {
        var output = new MemoryStream();
        EarlyInitialize greeting = await EarlyInitialize.ExchangeAsync(new Dripping(Encoding.UTF8.GetBytes(sent), one), output, "1.2.3");
        return (greeting, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static async Task<string> RestAsync(EarlyInitialize greeting)
    {
        using var reader = new StreamReader(greeting.Rest);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Dripping(byte[] bytes, bool one) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(one ? buffer[..Math.Min(1, buffer.Length)] : buffer, cancellationToken);
    }
}

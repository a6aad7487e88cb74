using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>One open document and requests about it.</summary>
internal sealed class Session : IAsyncDisposable
{
    public const string Uri = "file:///laws/a.policy";

    /// <summary>A client that can do all that the server makes use of.</summary>
    public const string Able =
        """{"general":{"positionEncodings":["utf-16"]},"window":{"workDoneProgress":true},"workspace":{"configuration":true,"codeLens":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},"semanticTokens":{"refreshSupport":true}},"textDocument":{"publishDiagnostics":{"relatedInformation":true,"codeDescriptionSupport":true,"tagSupport":{"valueSet":[1,2]}},"hover":{"contentFormat":["markdown"]},"completion":{"completionItem":{"snippetSupport":true,"resolveSupport":{"properties":["documentation"]}}}}}""";

    private Session(ServerUnderTest server, string text)
    {
        Server = server;
        Text = text;
    }

    public ServerUnderTest Server { get; }

    public string Text { get; }

    public static async Task<Session> OpenAsync(string text, string capabilities = Able, string? settings = null, string options = "null")
    {
        text = text.ReplaceLineEndings("\n");
        ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: capabilities, settings: settings, options: options);
        var session = new Session(server, text);
        await server.OpenAsync(Uri, text);
        return session;
    }

    /// <summary>Waits until the analysis of the text is published, so that everything is known.</summary>
    public Task AnalysedAsync() => Server.Client.DiagnosticsAsync(Uri, _ => true);

    /// <summary>Asks about the place of a word, or behind it.</summary>
    /// <param name="method">Without <c>textDocument/</c>.</param>
    /// <param name="at">Words of the text; a bar marks the place in them.</param>
    /// <param name="more">Further members of the parameters.</param>
    public async Task<JsonNode?> AskAsync(string method, string at, string more = "")
    {
        int bar = Math.Max(0, at.IndexOf('|', StringComparison.Ordinal));
        int found = Text.IndexOf(at.Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(found >= 0, $"no '{at}' in the text");
        return await RequestAsync("textDocument/" + method, $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{{{Place(found + bar)}}}{{{more}}} }""");
    }

    /// <summary>Asks again until the answer says something: settings hold when the client has answered about them, not before.</summary>
    public static async Task<string> UntilAsync(string awaited, Func<Task<string>> askAsync)
    {
        long begun = Environment.TickCount64;
        while (true)
        {
            string answer = await askAsync();
            if (answer.Contains(awaited, StringComparison.Ordinal) || Environment.TickCount64 - begun > LspClient.Patience.TotalMilliseconds)
            {
                Assert.Contains(awaited, answer);
                return answer;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>The card at a place, once it says something.</summary>
    public Task<string> CardAsync(string at, string awaited) =>
        UntilAsync(awaited, async () => (string?)(await AskAsync("hover", at))?["contents"]?["value"] ?? string.Empty);

    public async Task<JsonNode?> RequestAsync(string method, string parameters)
    {
        JsonObject answer = await Server.Client.RequestAsync(method, parameters);
        Assert.False(answer.ContainsKey("error"), answer.ToJsonString());
        return answer["result"];
    }

    public string Place(int offset)
    {
        string before = Text[..offset];
        return $$"""{"line":{{before.Count(c => c == '\n')}},"character":{{offset - (before.LastIndexOf('\n') + 1)}} }""";
    }

    /// <summary>The texts at ranges.</summary>
    public string[] Texts(IEnumerable<JsonNode?> ranges) => [.. ranges.Select(At)];

    public string At(JsonNode? range) => Text[Offset(range?["start"])..Offset(range?["end"])];

    /// <summary>The text with edits made.</summary>
    public string Edited(JsonNode? edits)
    {
        string text = Text;
        foreach (JsonNode? edit in (edits as JsonArray ?? []).OrderByDescending(e => Offset(e?["range"]?["start"])).ThenByDescending(e => Offset(e?["range"]?["end"])))
        {
            text = text[..Offset(edit?["range"]?["start"])] + (string?)edit?["newText"] + text[Offset(edit?["range"]?["end"])..];
        }

        return text;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private int Offset(JsonNode? place) => Text.Split('\n').Take((int?)place?["line"] ?? 0).Sum(l => l.Length + 1) + ((int?)place?["character"] ?? 0);
}

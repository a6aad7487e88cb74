using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The real server in this process, with a client at the other end of two pipes.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    public const string Everything =
        """{"general":{"positionEncodings":["utf-16"]},"textDocument":{"publishDiagnostics":{"relatedInformation":true,"codeDescriptionSupport":true},"hover":{"contentFormat":["markdown"]}}}""";

    private readonly Task<int> _running;

    public ServerUnderTest(FakeHost? host = null, TimeSpan? delay = null, TimeSpan? patience = null)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        Host = host ?? new FakeHost();
        _running = Task.Run(async () =>
        {
            int code = await PolicyServer.RunAsync(
                toServer.Reader.AsStream(),
                toClient.Writer.AsStream(),
                Host,
                new ServerOptions("1.2.3", delay ?? TimeSpan.FromMilliseconds(5)) { Patience = patience ?? TimeSpan.FromSeconds(30) },
                () => Log);
            await toClient.Writer.CompleteAsync();
            return code;
        });
        Client = new LspClient(toServer.Writer.AsStream(), toClient.Reader.AsStream());
    }

    public FakeHost Host { get; }

    public LspClient Client { get; }

    public LogLines Log { get; } = new();

    /// <summary>The exit code, once the server ends.</summary>
    public Task<int> Ended => _running.WaitAsync(TimeSpan.FromSeconds(30));

    public static async Task<ServerUnderTest> StartAsync(FakeHost? host = null, string capabilities = Everything, string? folder = null, TimeSpan? delay = null, string? settings = null, TimeSpan? patience = null, string options = "null")
    {
        var server = new ServerUnderTest(host, delay, patience);
        server.Client.Settings = settings ?? "null";
        string folders = folder is null ? string.Empty : $$""","workspaceFolders":[{"uri":"file://{{folder}}","name":"laws"}]""";
        await server.Client.RequestAsync("initialize", $$"""{"processId":1,"rootUri":null,"initializationOptions":{{options}},"capabilities":{{capabilities}}{{folders}} }""");
        await server.Client.NotifyAsync("initialized");
        return server;
    }

    public Task OpenAsync(string uri, string text, int version = 1) => Client.NotifyAsync(
        "textDocument/didOpen",
        $$"""{"textDocument":{"uri":"{{uri}}","languageId":"policy","version":{{version}},"text":{{JsonSerializer.Serialize(text)}} } }""");

    public Task ChangeAsync(string uri, int version, params (int Line, int From, int ToLine, int To, string Text)[] edits)
    {
        string changes = string.Join(',', edits.Select(edit =>
            $$"""{"range":{"start":{"line":{{edit.Line}},"character":{{edit.From}} },"end":{"line":{{edit.ToLine}},"character":{{edit.To}} } },"text":{{JsonSerializer.Serialize(edit.Text)}} }"""));
        return Client.NotifyAsync("textDocument/didChange", $$"""{"textDocument":{"uri":"{{uri}}","version":{{version}} },"contentChanges":[{{changes}}] }""");
    }

    /// <summary>Where the findings of a document start, once they are as expected: "line:character …".</summary>
    public Task FindingsAsync(string uri, string places) => Client.DiagnosticsAsync(uri, found => Places(found) == places);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Ended;
    }

    private static string Places(JsonArray found) =>
        string.Join(' ', found.Select(one => $"{one?["range"]?["start"]?["line"]}:{one?["range"]?["start"]?["character"]}"));
}

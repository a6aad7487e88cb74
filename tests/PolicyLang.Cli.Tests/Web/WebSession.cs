using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyLang.Law;
using PolicyLang.LanguageServer;
using PolicyLang.WebServer;

namespace PolicyLang.Cli.Tests.Web;

/// <summary>The server for browsers, bridge and all, in this process.</summary>
internal sealed class WebSession : IAsyncDisposable
{
    private readonly MessagePipe _input = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonElement>> _answers = [];
    private readonly Task<int> _served;
    private int _last;

    /// <param name="files">The files of the folder <c>/</c>, by their paths from it.</param>
    /// <param name="law">Whether the texts of the library are there.</param>
    public WebSession(IEnumerable<(string Path, string Text)> files, bool law = true)
    {
        var memory = new MemoryFiles();
        foreach ((string path, string text) in files)
        {
            memory.Put("/" + path, text);
        }

        var library = new FetchedLaw();
        library.Open(LawLibrary.Version, LawLibrary.ReadIndex());
        foreach (LawFile file in law ? LawLibrary.Instruments : [])
        {
            library.Put(file.Path, file.Read());
        }

        _served = PolicyServer.RunAsync(_input.Reader, new MessageStream(Take), new WebHost(memory, library, "https://example.org/server/"),
            new ServerOptions("1.2.3", TimeSpan.Zero), static () => NullLoggerFactory.Instance);
    }

    /// <summary>Asks, and waits for the answer: the whole message.</summary>
    public async Task<JsonElement> AskAsync(string method, JsonObject? parameters)
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id = Interlocked.Increment(ref _last);
        lock (_answers)
        {
            _answers.Add(id, answer);
        }

        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public void Tell(string method, JsonObject? parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>Opens the folder.</summary>
    public async Task<WebSession> BegunAsync()
    {
        await AskAsync("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = "file:///", ["capabilities"] = new JsonObject() });
        Tell("initialized", []);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await AskAsync("shutdown", null);
        Tell("exit", null);
        Assert.Equal(0, await _served.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private void Send(JsonObject message) => _input.Write(JsonSerializer.SerializeToUtf8Bytes(message));

    private void Take(string message)
    {
        JsonElement root = JsonDocument.Parse(message).RootElement;
        if (!root.TryGetProperty("method", out _) && root.GetProperty("id").ValueKind == JsonValueKind.Number)
        {
            lock (_answers)
            {
                _answers.Remove(root.GetProperty("id").GetInt32(), out TaskCompletionSource<JsonElement>? answer);
                answer?.SetResult(root);
            }
        }
    }
}

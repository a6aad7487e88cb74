using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A small client of its own: it speaks plain JSON, so that it sees exactly what the server sends.</summary>
internal sealed class LspClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Stream _send;
    private readonly Stream _receive;
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _received = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly Task _reading;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public LspClient(Stream send, Stream receive)
    {
        _send = send;
        _receive = receive;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Everything the server sent of its own accord, in order.</summary>
    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public Task NotifyAsync(string method, string? parameters = "{}") =>
        SendAsync($$"""{"jsonrpc":"2.0","method":"{{method}}"{{(parameters is null ? string.Empty : $",\"params\":{parameters}")}} }""");

    /// <summary>Sends a request and waits for the whole answer.</summary>
    public async Task<JsonObject> RequestAsync(string method, string? parameters = "{}", string? id = null)
    {
        id ??= Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Task<JsonObject> answer = Expect(id);
        await SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}"{{(parameters is null ? string.Empty : $",\"params\":{parameters}")}} }""");
        return await answer.WaitAsync(Patience);
    }

    /// <summary>The answer to the request with this id, whenever it comes.</summary>
    public Task<JsonObject> Expect(string id) =>
        _waiting.GetOrAdd(id, _ => new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Sends a text with its header, whatever it is.</summary>
    public async Task SendAsync(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        byte[] message = [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
        await _send.WriteAsync(message);
        await _send.FlushAsync();
    }

    /// <summary>Waits until the messages received so far satisfy a condition.</summary>
    public async Task<T> UntilAsync<T>(Func<IReadOnlyList<JsonObject>, T?> condition)
        where T : class
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (true)
        {
            Task news;
            lock (_gate)
            {
                news = _news.Task;
            }

            if (condition(Received) is { } found)
            {
                return found;
            }

            try
            {
                await news.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("Not received; there was: " + string.Join("\n", Received.Select(message => message.ToJsonString())));
            }
        }
    }

    /// <summary>The newest findings of a document, once they satisfy a condition.</summary>
    public Task<JsonArray> DiagnosticsAsync(string uri, Func<JsonArray, bool> condition) => UntilAsync(messages =>
        messages.LastOrDefault(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]?["uri"] == uri)
            ?["params"]?["diagnostics"] is JsonArray found && condition(found) ? found : null);

    public async ValueTask DisposeAsync()
    {
        await _send.DisposeAsync();
        await _reading.WaitAsync(Patience);
    }

    private async Task ReadAsync()
    {
        using var reader = new BufferedStream(_receive);
        while (await ReadMessageAsync(reader) is { } message)
        {
            await DispatchAsync(message);
        }
    }

    private async Task DispatchAsync(JsonObject message)
    {
        if (message["method"] is null && message["id"] is { } id)
        {
            _ = Expect(id.ToJsonString());
            _waiting[id.ToJsonString()].TrySetResult(message);
            return;
        }

        lock (_gate)
        {
            _received.Add(message);
            _news.TrySetResult();
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (message["method"] is not null && message["id"] is { } asked)
        {
            await SendAsync($$"""{"jsonrpc":"2.0","id":{{asked.ToJsonString()}},"result":null}""");
        }
    }

    private static async Task<JsonObject?> ReadMessageAsync(Stream stream)
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int next = stream.ReadByte();
            if (next < 0)
            {
                return header.Length == 0 ? null : throw new InvalidDataException("The output ends inside a header: " + header);
            }

            header.Append((char)next);
        }

        int length = int.Parse(header.ToString().Split("Content-Length:")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return JsonSerializer.Deserialize<JsonObject>(body);
    }
}

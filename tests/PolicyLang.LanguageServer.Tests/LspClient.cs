using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A small client of its own: it speaks plain JSON, so that it sees exactly what the server sends.</summary>
internal sealed class LspClient : IAsyncDisposable
{
    /// <summary>How long an answer may take before a test fails; a machine that runs other tests too is slow.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Stream _send;
    private readonly Stream _receive;
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _received = [];
    private readonly List<string> _transcript = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Task _reading;
    private bool _closed;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public LspClient(Stream send, Stream receive)
    {
        _send = send;
        _receive = receive;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Whether it leaves unanswered what the server asks.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The answer to a question about the settings.</summary>
    public string Settings { get; set; } = "null";

    /// <summary>Every message in both directions, one a line: <c>{"dir":…,"m":…}</c>.</summary>
    public IReadOnlyList<string> Transcript
    {
        get
        {
            lock (_gate)
            {
                return [.. _transcript];
            }
        }
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
        JsonObject received = await answer.WaitAsync(Patience);
        _waiting.TryRemove(id, out _);
        return received;
    }

    /// <summary>The answer to the request with this id, whenever it comes.</summary>
    public Task<JsonObject> Expect(string id) =>
        _waiting.GetOrAdd(id, _ => new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Sends a text with its header, whatever it is.</summary>
    public async Task SendAsync(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        byte[] message = [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
        await _sending.WaitAsync();
        try
        {
            // Asked under the lock: the client may close while an answer waits for its turn.
            if (_closed)
            {
                return;
            }

            Note("c→s", json);
            await _send.WriteAsync(message);
            await _send.FlushAsync();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(string text)
    {
        await _send.WriteAsync(Encoding.UTF8.GetBytes(text));
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
        await _sending.WaitAsync();
        _closed = true;
        await _send.DisposeAsync();
        _sending.Release();
        await _reading.WaitAsync(Patience);
    }

    /// <summary>Forgets what was received and sent so far, but for the newest findings of each document.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _transcript.Clear();
            JsonObject[] newest = [.. _received.Where(m => (string?)m["method"] == "textDocument/publishDiagnostics").GroupBy(m => (string?)m["params"]?["uri"]).Select(g => g.Last())];
            _received.Clear();
            _received.AddRange(newest);
        }
    }

    private void Note(string direction, string message)
    {
        lock (_gate)
        {
            _transcript.Add($$"""{"dir":"{{direction}}","m":{{message}} }""");
        }
    }

    private async Task ReadAsync()
    {
        using var reader = new BufferedStream(_receive);
        while (await ReadMessageAsync(reader) is { } message)
        {
            Note("s→c", message.ToJsonString());
            await DispatchAsync(message);
        }
    }

    private async Task DispatchAsync(JsonObject message)
    {
        if (message["method"] is null && message["id"] is { } id)
        {
            _waiting.GetOrAdd(id.ToJsonString(), _ => new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);
            return;
        }

        lock (_gate)
        {
            _received.Add(message);
            _news.TrySetResult();
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // What the server still asks while the client leaves needs no answer.
        if (message["method"] is not null && message["id"] is { } asked && !_closed && !IsSilent)
        {
            string result = (string?)message["method"] == "workspace/configuration" ? $"[{Settings}]" : "null";
            await SendAsync($$"""{"jsonrpc":"2.0","id":{{asked.ToJsonString()}},"result":{{result}} }""");
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

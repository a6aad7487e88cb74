using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;
using StreamJsonRpc;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The connection itself, with handlers that are slow or fail.</summary>
public sealed class RpcTests
{
    private const string Anywhere = """{"textDocument":{"uri":"file:///a"},"position":{"line":0,"character":0}}""";

    [Theory]
    [InlineData("5")]
    [InlineData("\"five\"")]
    public async Task A_waiting_request_can_be_cancelled(string id)
    {
        await using var pair = new Pair();
        var entered = new TaskCompletionSource();
        pair.Rpc.Add("wait", async (TextDocumentPositionParams _, CancellationToken cancellation) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        pair.Rpc.StartListening();
        Task<JsonObject> answer = pair.Client.RequestAsync("wait", Anywhere, id);
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await pair.Client.NotifyAsync("$/cancelRequest", $$"""{"id":{{id}}}""");
        Assert.Equal(-32800, (int?)(await answer)["error"]?["code"]);
    }

    [Fact]
    public async Task A_spinning_request_can_be_cancelled_and_holds_up_no_other()
    {
        await using var pair = new Pair();
        pair.Rpc.Add("spin", (TextDocumentPositionParams _, CancellationToken cancellation) => Task.Run(
        () =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                Thread.SpinWait(100);
            }

            cancellation.ThrowIfCancellationRequested();
        }, CancellationToken.None));
        pair.Rpc.Add("quick", (TextDocumentPositionParams _) => { });
        pair.Rpc.StartListening();
        Task<JsonObject> spinning = pair.Client.RequestAsync("spin", Anywhere, "1");
        Assert.Null((await pair.Client.RequestAsync("quick", Anywhere, "2"))["error"]);
        Assert.False(spinning.IsCompleted);
        await pair.Client.NotifyAsync("$/cancelRequest", """{"id":1}""");
        Assert.Equal(-32800, (int?)(await spinning)["error"]?["code"]);
    }

    [Fact]
    public async Task A_handler_that_fails_answers_with_a_sentence()
    {
        await using var pair = new Pair();
        pair.Rpc.Add("fail", (Action<TextDocumentPositionParams>)(_ => throw new InvalidOperationException("out of ink")));
        pair.Rpc.Add("refuse", (Action<TextDocumentPositionParams>)(_ => throw new LocalRpcException("content modified") { ErrorCode = -32801 }));
        pair.Rpc.StartListening();
        Assert.Equal("""{"code":-32603,"message":"fail failed: out of ink"}""", (await pair.Client.RequestAsync("fail", Anywhere))["error"]?.ToJsonString());
        Assert.Equal("""{"code":-32801,"message":"content modified"}""", (await pair.Client.RequestAsync("refuse", Anywhere))["error"]?.ToJsonString());
    }

    [Fact]
    public async Task Two_thousand_synchronous_notifications_keep_their_order()
    {
        await using var pair = new Pair();
        var order = new List<int>();
        var random = new Random(20240301);
        pair.Rpc.Add("note", (TextDocumentPositionParams note) =>
        {
            Thread.SpinWait(random.Next(2000));
            lock (order)
            {
                order.Add(note.Position.Line);
            }
        });
        pair.Rpc.Add("done", (TextDocumentPositionParams _) => { });
        pair.Rpc.StartListening();
        for (int i = 0; i < 2000; i++)
        {
            await pair.Client.NotifyAsync("note", $$$"""{"textDocument":{"uri":"file:///a"},"position":{"line":{{{i}}},"character":0}}""");
        }

        await pair.Client.RequestAsync("done", Anywhere);
        Assert.Equal(Enumerable.Range(0, 2000), order);
    }

    private sealed class Pair : IAsyncDisposable
    {
        private readonly LspMessageHandler _messages;

        public Pair()
        {
            var toServer = new Pipe();
            var toClient = new Pipe();
            _messages = new LspMessageHandler(toClient.Writer.AsStream(), toServer.Reader.AsStream(), NullLogger.Instance);
            Rpc = new LspRpc(_messages, NullLogger.Instance);
            Client = new LspClient(toServer.Writer.AsStream(), toClient.Reader.AsStream());
        }

        public LspRpc Rpc { get; }

        public LspClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            Rpc.Dispose();
            await _messages.DisposeAsync();
            await Client.DisposeAsync();
        }
    }
}

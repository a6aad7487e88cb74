using System.Collections.Concurrent;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>The requests of the server that the client has not answered yet. The message library ends the connection at any other
/// answer.</summary>
internal sealed class AwaitedAnswers
{
    private readonly ConcurrentDictionary<RequestId, bool> _awaited = new();

    /// <summary>Takes note of a message that is sent.</summary>
    public void Sent(JsonRpcMessage message)
    {
        if (message is JsonRpcRequest { IsResponseExpected: true } request)
        {
            _awaited[request.RequestId] = true;
        }
    }

    /// <summary>Whether a message may be handed on: it is no answer, or the first one to a request of the server.</summary>
    public bool Admits(JsonRpcMessage message) => message switch
    {
        JsonRpcResult result => _awaited.TryRemove(result.RequestId, out _),
        JsonRpcError error => _awaited.TryRemove(error.RequestId, out _),
        _ => true,
    };
}

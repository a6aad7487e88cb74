using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>The connection: error answers carry a code of the protocol and one sentence, never a stack trace.</summary>
internal sealed class LspRpc : JsonRpc
{
    private const string TypesAreKnown =
        "Every message type is in the source-generated context; one that is missing throws in every build.";
    private readonly ILogger _logger;

    public LspRpc(IJsonRpcMessageHandler handler, ILogger logger)
        : base(handler)
    {
        _logger = logger;
        CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
    }

    /// <summary>Why a method may not be called now; null where it may.</summary>
    public Func<string?, LocalRpcException?> Refusal { get; set; } = _ => null;

    /// <summary>Adds a handler; its parameters are one object and, optionally, a cancellation token.</summary>
    public void Add(string method, Delegate handler) =>
        AddLocalRpcMethod(
            handler.Method, handler.Target, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true });

    /// <summary>Sends a notification whose parameters are one object.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = TypesAreKnown)]
    public Task SendAsync(string method, object parameters) => NotifyWithParameterObjectAsync(method, parameters);

    /// <summary>Sends a request whose parameters are one object, and waits for the answer.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = TypesAreKnown)]
    public Task AskAsync(string method, object parameters) => InvokeWithParameterObjectAsync(method, parameters);

    /// <summary>Sends a request whose parameters are one object, and waits for its result.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = TypesAreKnown)]
    public Task<T> AskAsync<T>(string method, object parameters) => InvokeWithParameterObjectAsync<T>(method, parameters);

    /// <summary>Sends a request without parameters, and waits for the answer.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = TypesAreKnown)]
    public Task AskAsync(string method) => InvokeWithParameterObjectAsync(method, null);

    protected override ValueTask<JsonRpcMessage> DispatchRequestAsync(
        JsonRpcRequest request, TargetMethod targetMethod, CancellationToken cancellationToken)
    {
        if (Refusal(request.Method) is not { } refusal)
        {
            return base.DispatchRequestAsync(request, targetMethod, cancellationToken);
        }

        return new ValueTask<JsonRpcMessage>(
            new JsonRpcError { RequestId = request.RequestId, Error = CreateErrorDetails(request, refusal) });
    }

    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        switch (exception)
        {
            case LocalRpcException local:
                return new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)local.ErrorCode, Message = local.Message,
                    Data = local.ErrorData };
            case OperationCanceledException:
                return Detail(JsonRpcErrorCode.RequestCanceled, "The request was cancelled.");
            case RpcArgumentDeserializationException or System.Text.Json.JsonException:
                return Detail(JsonRpcErrorCode.InvalidParams,
                    $"The parameters of {request.Method} cannot be read: {(exception.InnerException ?? exception).Message}");
            default:
                Log.RequestFailed(_logger, request.Method, exception);
                return Detail(JsonRpcErrorCode.InternalError, $"{request.Method} failed: {exception.Message}");
        }
    }

    private static JsonRpcError.ErrorDetail Detail(JsonRpcErrorCode code, string message) => new() { Code = code, Message = message };
}

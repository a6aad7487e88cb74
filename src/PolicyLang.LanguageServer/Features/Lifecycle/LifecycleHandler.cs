using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using StreamJsonRpc;

namespace PolicyLang.LanguageServer.Features.Lifecycle;

/// <summary>From <c>initialize</c> to <c>exit</c>.</summary>
internal sealed class LifecycleHandler(ServerOptions options, FolderLoader loader, Action<ClientFeatures> connected, ILogger logger)
{
    private const int InvalidRequest = -32600;
    private const int ServerNotInitialized = -32002;
    private readonly TaskCompletionSource _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _initialized;

    /// <summary>Completes with the <c>exit</c> notification.</summary>
    public Task Exited => _exit.Task;

    /// <summary>Whether the client asked to shut down, so that its <c>exit</c> is a good end.</summary>
    public bool IsShutDown { get; private set; }

    /// <summary>The answer to <c>initialize</c>, which depends on the request alone.</summary>
    public static InitializeResult Answer(InitializeParams request, string version) =>
        new(EditorFeatures.Capabilities(ClientOf(request)), new ServerInfo("policylang", version));

    public InitializeResult Initialize(InitializeParams request)
    {
        Begin(request);
        return Answer(request, options.Version);
    }

    /// <summary>Takes up what a client said at the start.</summary>
    public void Begin(InitializeParams request)
    {
        _initialized = true;
        ClientFeatures client = ClientOf(request);
        connected(client);
        ImmutableArray<string> folders = Folders(request);
        Trace = request.Trace;
        Log.Started(logger, folders.Length, client.Encoding.Name);
        if (request.ProcessId is { } parent)
        {
            _ = EndWithAsync(parent);
        }

        loader.ChangeFolders(folders, []);
    }

    public object? Shutdown()
    {
        IsShutDown = true;
        return null;
    }

    /// <summary>How much the client wants to hear of the server's work: <c>off</c>, <c>messages</c> or <c>verbose</c>.</summary>
    public string? Trace { get; private set; }

    public void SetTrace(SetTraceParams request) => Trace = request.Value;

    public void Exit() => _exit.TrySetResult();

    /// <summary>Why a message may not be handled now; null where it may.</summary>
    public LocalRpcException? Refusal(string? method) => (method, _initialized, IsShutDown) switch
    {
        ("exit" or Rpc.LspFormatter.Malformed, _, _) => null,
        ("initialize", true, _) => new LocalRpcException("The server is initialized already.") { ErrorCode = InvalidRequest },
        ("initialize", false, _) => null,
        (_, false, _) => new LocalRpcException("The first request must be initialize.") { ErrorCode = ServerNotInitialized },
        (_, _, true) => new LocalRpcException("The server is shut down.") { ErrorCode = InvalidRequest },
        _ => null,
    };

    private async Task EndWithAsync(int parent)
    {
        await ParentProcess.EndAsync(parent).ConfigureAwait(false);
        Log.ParentEnded(logger, parent);
        _exit.TrySetResult();
    }

    private static ClientFeatures ClientOf(InitializeParams request) =>
        ClientFeatures.Read(request.Capabilities, request.InitializationOptions);

    private static ImmutableArray<string> Folders(InitializeParams request) =>
        request.WorkspaceFolders is { Length: > 0 } folders ? [.. folders.Select(folder => DocumentUri.ToFile(folder.Uri))]
        : request.RootUri is { } uri ? [DocumentUri.ToFile(uri)]
        : request.RootPath is { } path ? [path]
        : [];
}

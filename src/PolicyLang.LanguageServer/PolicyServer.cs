using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.CodeActions;
using PolicyLang.LanguageServer.Features.Completion;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Formatting;
using PolicyLang.LanguageServer.Features.Hover;
using PolicyLang.LanguageServer.Features.Lifecycle;
using PolicyLang.LanguageServer.Features.Navigation;
using PolicyLang.LanguageServer.Features.SemanticTokens;
using PolicyLang.LanguageServer.Features.Structure;
using PolicyLang.LanguageServer.Features.TextSync;
using PolicyLang.LanguageServer.Features.WatchedFiles;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer;

/// <summary>The language server: puts its parts together and runs until the client leaves.</summary>
public static class PolicyServer
{
    /// <summary>Serves one client.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="host">The machine.</param>
    /// <param name="options">Settings.</param>
    /// <param name="loggers">Where the log goes; never to <paramref name="output"/>.</param>
    /// <returns>0 when the client shut the server down before it left, else 1.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, IServerHost host, ServerOptions options, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger("policylang");
        using var messages = new LspMessageHandler(output, input);
        using var rpc = new LspRpc(messages, logger);
        var state = new WorkspaceState();
        var loader = new FolderLoader(host, state, logger);
        var publisher = new DiagnosticsPublisher();
        using var diagnostics = new DiagnosticsLoop(state, loader, publisher, host, options, logger);
        var hover = new HoverHandler(state, host);
        var navigation = new NavigationHandler(state, host);
        var structure = new StructureHandler(state, host);
        var formatting = new FormattingHandler(state, host);
        var actions = new CodeActionHandler(state, host);
        bool registers = false;
        var lifecycle = new LifecycleHandler(options, loader, Connect, logger);
        var sync = new TextSyncHandler(state, host, logger);
        var watched = new WatchedFilesHandler(loader);
        state.Changed += diagnostics.Schedule;

        rpc.Refusal = lifecycle.Refusal;
        rpc.Disconnected += (_, end) => Log.Disconnected(logger, end.Description, end.Exception);
        rpc.Add("initialize", lifecycle.Initialize);
        rpc.Add("initialized", (InitializedParams _) => Register());
        rpc.Add("shutdown", lifecycle.Shutdown);
        rpc.Add("exit", lifecycle.Exit);
        rpc.Add("$/setTrace", (SetTraceParams _) => { });
        rpc.Add(LspFormatter.Malformed, (MalformedParams problem) => AnswerMalformed(problem));
        rpc.Add("textDocument/didOpen", sync.DidOpen);
        rpc.Add("textDocument/didChange", sync.DidChange);
        rpc.Add("textDocument/didClose", sync.DidClose);
        rpc.Add("textDocument/hover", hover.HandleAsync);
        rpc.Add("textDocument/completion", new CompletionHandler(state, host).HandleAsync);
        rpc.Add("textDocument/definition", navigation.Definition);
        rpc.Add("textDocument/typeDefinition", navigation.TypeDefinition);
        rpc.Add("textDocument/references", navigation.References);
        rpc.Add("textDocument/documentHighlight", navigation.Highlights);
        rpc.Add("textDocument/prepareRename", navigation.PrepareRename);
        rpc.Add("textDocument/rename", navigation.Rename);
        rpc.Add("textDocument/documentSymbol", structure.DocumentSymbols);
        rpc.Add("workspace/symbol", structure.WorkspaceSymbols);
        rpc.Add("textDocument/foldingRange", structure.Folding);
        rpc.Add("textDocument/selectionRange", structure.Selection);
        rpc.Add("textDocument/documentLink", structure.DocumentLinks);
        rpc.Add("textDocument/semanticTokens/full", new SemanticTokensHandler(state, host).HandleAsync);
        rpc.Add("textDocument/formatting", formatting.Document);
        rpc.Add("textDocument/rangeFormatting", formatting.Part);
        rpc.Add("textDocument/codeAction", actions.HandleAsync);
        rpc.AddWorkbench(state, host);
        rpc.Add("workspace/didChangeWatchedFiles", watched.DidChangeWatchedFiles);
        rpc.Add("workspace/didChangeWorkspaceFolders", watched.DidChangeWorkspaceFolders);
        rpc.StartListening();
        _ = publisher.RunAsync(message => rpc.SendAsync("textDocument/publishDiagnostics", message));

        await Task.WhenAny(lifecycle.Exited, rpc.Completion).ConfigureAwait(false);
        return lifecycle.IsShutDown && lifecycle.Exited.IsCompleted ? 0 : 1;

        void Connect(ClientFeatures client)
        {
            state.Encoding = client.Encoding;
            diagnostics.Client = client;
            actions.Client = client;
            hover.Markdown = client.Markdown;
            registers = client.WatchRegistration;
        }

        // Not awaited: the answer of the client must not hold up its next messages.
        void Register() => _ = registers
            ? rpc.AskAsync("client/registerCapability", WatchedFilesHandler.Registration)
            : Task.CompletedTask;

        void AnswerMalformed(MalformedParams problem)
        {
            Log.Malformed(logger, problem.Message);
            _ = messages.WriteAsync(
                new JsonRpcError { RequestId = RequestId.Null, Error = new() { Code = (JsonRpcErrorCode)problem.Code, Message = problem.Message } },
                CancellationToken.None).AsTask();
        }
    }
}

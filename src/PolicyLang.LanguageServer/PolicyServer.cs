using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features;
using PolicyLang.LanguageServer.Features.Configuration;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Lifecycle;
using PolicyLang.LanguageServer.Features.TextSync;
using PolicyLang.LanguageServer.Features.WatchedFiles;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;
using PolicyLang.Workspaces;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer;

/// <summary>The language server: puts its parts together and runs until the client leaves.</summary>
internal static class PolicyServer
{
    /// <summary>Serves one client.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="host">The machine.</param>
    /// <param name="options">Settings.</param>
    /// <param name="loggers">Makes what the log goes to, which is never <paramref name="output"/>; asked once the client is
    /// greeted.</param>
    /// <returns>0 when the client shut the server down before it left, else 1.</returns>
    public static async Task<int> RunAsync(
        Stream input, Stream output, IServerHost host, ServerOptions options, Func<ILoggerFactory> loggers)
    {
        EarlyInitialize greeting = await EarlyInitialize.ExchangeAsync(input, output, options.Version).ConfigureAwait(false);

        // The vocabulary is read beside the message library: the first analysis needs both.
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(() => Workspace.Empty.Model);
        }

        using ILoggerFactory factory = loggers();
        return await ServeAsync(greeting, output, host, options, factory.CreateLogger("policylang")).ConfigureAwait(false);
    }

    private static async Task<int> ServeAsync(
        EarlyInitialize greeting, Stream output, IServerHost host, ServerOptions options, ILogger logger)
    {
        using var messages = new LspMessageHandler(output, greeting.Rest, logger);
        using var rpc = new LspRpc(messages, logger);
        var projects = new ProjectSet(host.Law);
        var loader = new FolderLoader(host, projects, logger);
        var publisher = new DiagnosticsPublisher();
        var findings = new FileFindings(host);
        using var loops = new ProjectLoops(
            project => new DiagnosticsLoop(project, projects, loader, publisher, findings, options, logger));
        var progress = new ProgressReporter(rpc, options.Patience, logger);
        var configuration = new ConfigurationHandler(projects, rpc, logger);
        var refresh = new Refresher(rpc, findings, logger);
        var services = new FeatureServices(projects, host, loader, findings, TimeProvider.System);
        ClientFeatures client = ClientFeatures.Read(null);
        var lifecycle = new LifecycleHandler(options, loader, Connect, logger);
        var sync = new TextSyncHandler(projects, host, logger);
        var watched = new WatchedFilesHandler(loader);
        projects.Added += Begun;
        projects.Removed += Gone;
        configuration.Changed += View;
        configuration.Regrouped += Regroup;

        rpc.Refusal = lifecycle.Refusal;
        rpc.Disconnected += (_, end) => Log.Disconnected(logger, end.Description, end.Exception);
        rpc.Add("initialize", lifecycle.Initialize);
        rpc.Add("initialized", (InitializedParams _) => Begin());
        rpc.Add("shutdown", lifecycle.Shutdown);
        rpc.Add("exit", lifecycle.Exit);
        rpc.Add("$/setTrace", lifecycle.SetTrace);
        rpc.Add(LspFormatter.Malformed, (MalformedParams problem) => AnswerMalformed(problem));
        rpc.Add("textDocument/didOpen", sync.DidOpen);
        rpc.Add("textDocument/didChange", sync.DidChange);
        rpc.Add("textDocument/didClose", sync.DidClose);
        rpc.Add("workspace/didChangeConfiguration", configuration.DidChange);
        rpc.Add("workspace/didChangeWatchedFiles", watched.DidChangeWatchedFiles);
        rpc.Add("workspace/didChangeWorkspaceFolders", watched.DidChangeWorkspaceFolders);
        foreach (EditorFeature feature in EditorFeatures.All)
        {
            feature.Register(services, rpc);
        }

        if (greeting.Request is { } request)
        {
            lifecycle.Begin(request);
        }

        rpc.StartListening();
        _ = publisher.RunAsync(message => rpc.SendAsync("textDocument/publishDiagnostics", message));

        await Task.WhenAny(lifecycle.Exited, rpc.Completion).ConfigureAwait(false);
        return lifecycle.IsShutDown && lifecycle.Exited.IsCompleted ? 0 : 1;

        void Connect(ClientFeatures connected)
        {
            client = connected;
            projects.Encoding = connected.Encoding;
            findings.Client = connected;
            progress.Client = connected;
            configuration.Client = connected;
            refresh.Client = connected;
            services.Client = connected;
        }

        void Begun(WorkspaceState project)
        {
            DiagnosticsLoop diagnostics = loops.Add(project);
            diagnostics.Analysing += progress.Follow;
            diagnostics.Analysed += refresh.RefreshAfter;
            diagnostics.Analysed += new WarmUp(host, project, logger).Begin;
            diagnostics.Analysed += Tell;
        }

        void Gone(WorkspaceState project)
        {
            loops.Remove(project);
            publisher.Drop(project.Current.Origin);
        }

        void View()
        {
            bool isOther = findings.View.Viewpoint != projects.View.Viewpoint;
            findings.View = projects.View;
            refresh.All();
            if (isOther)
            {
                loops.ScheduleAll();
                refresh.Findings();
            }
        }

        void Regroup(bool each)
        {
            findings.EachConflict = each;
            loops.ScheduleAll();
            refresh.Findings();
        }

        // Not awaited: the answers of the client must not hold up its next messages.
        void Begin()
        {
            Registration?[] wanted =
                [client.WatchRegistration ? WatchedFilesHandler.Registration : null,
                client.ConfigurationRegistration ? ConfigurationHandler.Registration : null];
            if (wanted.OfType<Registration>().ToImmutableArray() is { Length: > 0 } registrations)
            {
                _ = rpc.AskAsync("client/registerCapability", new RegistrationParams(registrations));
            }

            if (client.Configuration)
            {
                configuration.Pull();
            }
        }

        void Tell(Snapshot snapshot, TimeSpan taken)
        {
            if (lifecycle.Trace is "messages" or "verbose")
            {
                string details =
                    $"{snapshot.Workspace.ClauseCount} clauses in {snapshot.Workspace.Trees.Length} files, "
                    + $"{snapshot.Workspace.GetDiagnostics(snapshot.Outdated).Length} findings";
                _ = rpc.SendAsync("$/logTrace",
                    new LogTraceParams($"Checked in {(int)taken.TotalMilliseconds} ms", lifecycle.Trace == "verbose" ? details : null));
            }
        }

        void AnswerMalformed(MalformedParams problem)
        {
            Log.Malformed(logger, problem.Message);
            RequestId id = problem.Id switch
            {
                { ValueKind: JsonValueKind.String } text => new RequestId(text.GetString()),
                { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out long value) => new RequestId(value),
                _ => RequestId.Null,
            };
            _ = messages.WriteAsync(
                new JsonRpcError { RequestId = id,
                    Error = new() { Code = (JsonRpcErrorCode)problem.Code, Message = problem.Message } },
                CancellationToken.None).AsTask();
        }
    }
}

using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Analyses the newest snapshot once the text rests, away from the message loop; newer work cancels older.</summary>
internal sealed class DiagnosticsLoop(WorkspaceState state, FolderLoader loader, DiagnosticsPublisher publisher, IServerHost host, ServerOptions options, ILogger logger) : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _running = new();

    public ClientFeatures Client { get; set; } = new(PositionEncoding.Utf16, false, false, false, true);

    /// <summary>Asks for an analysis of what is current once the delay has passed.</summary>
    public void Schedule()
    {
        CancellationToken cancellation;
        lock (_gate)
        {
            _running.Cancel();
            _running.Dispose();
            _running = new CancellationTokenSource();
            cancellation = _running.Token;
        }

        _ = Task.Run(() => RunAsync(cancellation), CancellationToken.None);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _running.Cancel();
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(options.Delay, cancellation).ConfigureAwait(false);
            await loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
            Snapshot snapshot = state.Current;
            publisher.Publish(snapshot.Number, Analyse(snapshot, cancellation));
        }
        catch (OperationCanceledException)
        {
            // A newer text is on its way.
        }
#pragma warning disable CA1031 // A fault in the analysis must not end the server: the next change is analysed again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AnalysisFailed(logger, exception);
        }
    }

    private List<PublishDiagnosticsParams> Analyse(Snapshot snapshot, CancellationToken cancellation)
    {
        IEnumerable<CoreDiagnostic> all = snapshot.Workspace.GetDiagnostics(cancellation).Concat(snapshot.Problems);
        var mapper = new DiagnosticMapper(snapshot, Client, host.HelpPage);
        var files = all.ToLookup(diagnostic => diagnostic.Location.File);
        return
        [
            .. files.Select(group => group.Key).Union(snapshot.Open.Keys).Select(file => new PublishDiagnosticsParams(
                mapper.UriOf(file),
                [.. files[file].Select(mapper.Map)],
                snapshot.Open.TryGetValue(file, out OpenDocument? document) ? document.Version : null)),
        ];
    }
}

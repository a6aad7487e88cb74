using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Analyses the newest snapshot once the text rests, away from the message loop; newer work cancels older.</summary>
internal sealed class DiagnosticsLoop(WorkspaceState state, FolderLoader loader, DiagnosticsPublisher publisher, FileFindings findings, ServerOptions options, ILogger logger) : IDisposable
{
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(5);
    private readonly Lock _gate = new();
    private CancellationTokenSource _running = new();
    private TimeSpan _lastDuration = TimeSpan.Zero;

    public ClientFeatures Client { get; set; } = ClientFeatures.Of(null);

    /// <summary>Raised after each analysis that was not overtaken, with its snapshot and how long it took.</summary>
    public event Action<Snapshot, TimeSpan>? Analysed;

    /// <summary>Raised when an analysis begins, with a task that is completed when it ends in whatever way.</summary>
    public event Action<Snapshot, Task>? Analysing;

    /// <summary>Asks for an analysis of what is current once the text rests: the longer the last one took, the longer the rest.</summary>
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
        Snapshot? snapshot = null;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            TimeSpan rest = _lastDuration / 4;
            await Task.Delay(rest < LeastDelay ? (LeastDelay < options.Delay ? LeastDelay : options.Delay) : rest > options.Delay ? options.Delay : rest, cancellation).ConfigureAwait(false);
            await loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
            snapshot = state.Current;
            Analysing?.Invoke(snapshot, done.Task);
            long began = Stopwatch.GetTimestamp();
            List<PublishDiagnosticsParams> found = findings.Of(snapshot, cancellation);
            TimeSpan taken = Stopwatch.GetElapsedTime(began);
            _lastDuration = taken;
            if (!Client.Pulls)
            {
                publisher.Publish(snapshot.Number, found);
            }

            Analysed?.Invoke(snapshot, taken);
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
            if (snapshot is not null)
            {
                publisher.PublishFailure(snapshot, exception);
            }
        }
        finally
        {
            done.SetResult();
        }
    }
}

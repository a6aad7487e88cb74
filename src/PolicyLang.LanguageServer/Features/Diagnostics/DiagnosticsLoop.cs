using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Analyses the newest snapshot once the text rests, away from the message loop; newer work cancels older.</summary>
internal sealed class DiagnosticsLoop(WorkspaceState state, ProjectSet projects, FolderLoader loader, DiagnosticsPublisher publisher,
    FileFindings findings, ServerOptions options, ILogger logger) : IDisposable
{
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(2);

    // Longer than between two keys of somebody who types.
    private static readonly TimeSpan Rested = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private CancellationTokenSource _running = new();
    private TimeSpan _lastDuration = TimeSpan.Zero;
    private long _lastChange;

    /// <summary>Raised after each analysis that was not overtaken, with its snapshot and how long it took.</summary>
    public event Action<Snapshot, TimeSpan>? Analysed;

    /// <summary>Raised when an analysis begins, with a task that is completed when it ends in whatever way.</summary>
    public event Action<Snapshot, Task>? Analysing;

    /// <summary>
    /// Asks for an analysis of what is current: at once where the text has rested, and while somebody types once it rests, the longer the
    /// last analysis took the longer.
    /// </summary>
    public void Schedule()
    {
        CancellationToken cancellation;
        TimeSpan rest;
        lock (_gate)
        {
            rest = Rest();
            _running.Cancel();
            _running.Dispose();
            _running = new CancellationTokenSource();
            cancellation = _running.Token;
        }

        _ = Task.Run(() => RunAsync(rest, cancellation), CancellationToken.None);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _running.Cancel();
        }
    }

    private async Task JudgeAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        snapshot.Workspace.GetModel(cancellation);
        await options.Pause().ConfigureAwait(false);
        snapshot.Workspace.GetOpenConflicts(cancellation);
        await options.Pause().ConfigureAwait(false);
    }

    private TimeSpan Rest()
    {
        long now = Stopwatch.GetTimestamp();
        bool rested = _lastChange != 0 && Stopwatch.GetElapsedTime(_lastChange, now) > Rested + _lastDuration;
        _lastChange = now;
        TimeSpan least = LeastDelay < options.Delay ? LeastDelay : options.Delay;
        TimeSpan rest = rested ? least : _lastDuration / 4;
        return rest < least ? least : rest > options.Delay ? options.Delay : rest;
    }

    private async Task RunAsync(TimeSpan rest, CancellationToken cancellation)
    {
        Snapshot? snapshot = null;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await Task.Delay(rest, cancellation).ConfigureAwait(false);
            await loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
            snapshot = state.Current;
            if (options.NamesOnly)
            {
                snapshot.Workspace.GetModel(cancellation);
                return;
            }

            Analysing?.Invoke(snapshot, done.Task);
            long began = Stopwatch.GetTimestamp();
            await JudgeAsync(snapshot, cancellation).ConfigureAwait(false);
            List<PublishDiagnosticsParams> found = findings.Collect(snapshot, cancellation);
            TimeSpan taken = Stopwatch.GetElapsedTime(began);
            _lastDuration = taken;
            if (!findings.Client.Pulls)
            {
                publisher.Publish(snapshot.Number, [.. found.Where(file => projects.Owns(state, file.Uri))], snapshot.Origin);
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
            if (snapshot is not null && !findings.Client.Pulls)
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

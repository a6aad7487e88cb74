using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Tells the client that files are being checked, where that takes long enough to be noticed.</summary>
internal sealed class ProgressReporter(LspRpc rpc, TimeSpan patience, ILogger logger)
{
    private int _tokens;

    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);

    /// <summary>Follows the analysis of a snapshot until it is done or overtaken.</summary>
    public void Follow(Snapshot snapshot, Task done)
    {
        if (Client.Progress)
        {
            _ = FollowAsync(snapshot, done);
        }
    }

    private async Task FollowAsync(Snapshot snapshot, Task done)
    {
        try
        {
            if (await Task.WhenAny(done, Task.Delay(patience)).ConfigureAwait(false) == done)
            {
                return;
            }

            string token = $"policylang-{Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture)}";
            await rpc.AskAsync("window/workDoneProgress/create", new WorkDoneProgressCreateParams(token)).ConfigureAwait(false);
            await ReportAsync(token, new WorkDoneProgress("begin", "Checking policies", $"{snapshot.Workspace.Trees.Length} files", false))
                .ConfigureAwait(false);
            await done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReportAsync(token, new WorkDoneProgress("end")).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that shows no progress must not stop the work.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, "$/progress", exception);
        }
    }

    private Task ReportAsync(string token, WorkDoneProgress value) => rpc.SendAsync("$/progress", new ProgressParams(token, value));
}

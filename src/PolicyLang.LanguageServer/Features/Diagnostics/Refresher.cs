using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Tells the client that answers which it holds may be others now.</summary>
internal sealed class Refresher(LspRpc rpc, ILogger logger)
{
    private string _lastConflicts = string.Empty;
    private long _lastFindings;

    public ClientFeatures Client { get; set; } = ClientFeatures.Of(null);

    /// <summary>After an analysis: lenses, where conflicts came or went; findings, for clients that ask for them.</summary>
    public void After(Snapshot snapshot, TimeSpan taken)
    {
        string conflicts = string.Join('\n', snapshot.Workspace.OpenConflicts.Select(conflict => conflict.Fingerprint));
        if (Interlocked.Exchange(ref _lastConflicts, conflicts) != conflicts)
        {
            Ask(Client.CodeLensRefresh, "workspace/codeLens/refresh");
        }

        // An open document is asked about by the client itself when it changes; the others are looked at again when conflicts moved.
        long findings = snapshot.Workspace.Diagnostics.Where(d => !snapshot.Open.ContainsKey(d.Location.File)).Aggregate(17L, (hash, d) => unchecked((hash * 31) + d.GetHashCode()));
        if (Interlocked.Exchange(ref _lastFindings, findings) != findings)
        {
            Ask(Client.Pulls, "workspace/diagnostic/refresh");
        }
    }

    /// <summary>After a change of settings.</summary>
    public void All()
    {
        Ask(Client.CodeLensRefresh, "workspace/codeLens/refresh");
        Ask(Client.InlayHintRefresh, "workspace/inlayHint/refresh");
    }

    private void Ask(bool can, string method)
    {
        if (can)
        {
            _ = AskAsync(method);
        }
    }

    private async Task AskAsync(string method)
    {
        try
        {
            await rpc.AskAsync(method).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that cannot refresh shows what it has.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, method, exception);
        }
    }
}

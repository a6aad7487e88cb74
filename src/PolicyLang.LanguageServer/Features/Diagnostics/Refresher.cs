using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Rpc;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Tells the client that answers which it holds may be others now.</summary>
internal sealed class Refresher(LspRpc rpc, FileFindings shown, ILogger logger)
{
    private readonly ConditionalWeakTable<object, Memory> _memories = [];

    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);

    /// <summary>
    /// After an analysis: lenses, whatever was found, since those asked for meanwhile were refused when the text changed; hints and
    /// colours, where a document that is open stands as it stood and so is not asked about by the client itself; findings, for clients that
    /// ask for them.
    /// </summary>
    public void RefreshAfter(Snapshot snapshot, TimeSpan taken)
    {
        Ask(Client.CodeLensRefresh, "workspace/codeLens/refresh");
        Memory memory = _memories.GetOrCreateValue(snapshot.Origin);
        ImmutableDictionary<string, OpenDocument> lastOpen = Interlocked.Exchange(ref memory.Open, snapshot.Open);
        if (snapshot.Open.Any(document => lastOpen.TryGetValue(document.Key, out OpenDocument? before) && before == document.Value))
        {
            Ask(Client.InlayHintRefresh, "workspace/inlayHint/refresh");
            Ask(Client.SemanticTokensRefresh, "workspace/semanticTokens/refresh");
        }

        // Clients ask for open documents themselves; refresh the others when their findings move.
        if (Client.Pulls)
        {
            ImmutableDictionary<string, ImmutableArray<CoreDiagnostic>> findings =
                shown.Shown(snapshot, snapshot.Outdated).ByFile.Where(file => !snapshot.Open.ContainsKey(file.Key)).ToImmutableDictionary();
            ImmutableDictionary<string, ImmutableArray<CoreDiagnostic>> last = Interlocked.Exchange(ref memory.Findings, findings);
            Ask(findings.Count != last.Count
                || findings.Any(file => !last.TryGetValue(file.Key, out ImmutableArray<CoreDiagnostic> before) || before != file.Value),
                "workspace/diagnostic/refresh");
        }
    }

    /// <summary>After a change of settings.</summary>
    public void All()
    {
        Ask(Client.CodeLensRefresh, "workspace/codeLens/refresh");
        Ask(Client.InlayHintRefresh, "workspace/inlayHint/refresh");
    }

    /// <summary>After conflicts are told in another way.</summary>
    public void Findings() => Ask(Client.Pulls, "workspace/diagnostic/refresh");

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

    // How a project stood after its last analysis.
    private sealed class Memory
    {
        public ImmutableDictionary<string, OpenDocument> Open = ImmutableDictionary<string, OpenDocument>.Empty;
        public ImmutableDictionary<string, ImmutableArray<CoreDiagnostic>> Findings =
            ImmutableDictionary<string, ImmutableArray<CoreDiagnostic>>.Empty;
    }
}

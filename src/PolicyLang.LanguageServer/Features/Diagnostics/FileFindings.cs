using System.Globalization;
using System.Text.Json;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>The findings of every file of a snapshot, in the protocol's terms.</summary>
internal static class FileFindings
{
    /// <summary>One message for each file that has findings or is open.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static List<PublishDiagnosticsParams> Of(Snapshot snapshot, ClientFeatures client, IServerHost host, CancellationToken cancellation)
    {
        IEnumerable<CoreDiagnostic> all = snapshot.Workspace.GetDiagnostics(cancellation).Concat(snapshot.Problems);
        var mapper = new DiagnosticMapper(snapshot, client, host.HelpPage);
        var files = all.ToLookup(diagnostic => diagnostic.Location.File);
        return
        [
            .. files.Select(group => group.Key).Union(snapshot.Open.Keys).Select(file => new PublishDiagnosticsParams(
                mapper.UriOf(file),
                [.. files[file].Select(mapper.Map)],
                snapshot.Open.TryGetValue(file, out OpenDocument? document) ? document.Version : null)),
        ];
    }

    /// <summary>The same findings have the same id.</summary>
    public static string IdOf(ImmutableArray<Diagnostic> findings)
    {
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(new PublishDiagnosticsParams(string.Empty, findings), LspJson.Default.PublishDiagnosticsParams);
        ulong hash = 14695981039346656037;
        foreach (byte b in text)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

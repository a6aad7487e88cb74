using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using StreamJsonRpc;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Findings for clients that ask for them: of one document, or of every file.</summary>
internal sealed class PullHandler(FeatureServices services)
{
    public static EditorFeature Feature { get; } = new(
        static () => PullJson.Default,
        static (services, rpc) =>
        {
            var handler = new PullHandler(services);
            rpc.Add("textDocument/diagnostic", handler.Document);
            rpc.Add("workspace/diagnostic", handler.Workspace);
        },
        new Capability("diagnosticProvider", static client => client.Pulls ? Provider() : null));

    private static JsonObject Provider() =>
        new() { ["identifier"] = "policylang", ["interFileDependencies"] = true, ["workspaceDiagnostics"] = true };

    private const int ServerCancelled = -32802;

    public async Task<DocumentDiagnosticReport> Document(DocumentDiagnosticParams request, CancellationToken cancellation)
    {
        string uri = request.TextDocument.Uri;
        List<PublishDiagnosticsParams> files = await FindAsync(() => [services.Projects.Of(uri)], cancellation).ConfigureAwait(false);
        ImmutableArray<Diagnostic> found = files.Find(file => DocumentUri.ToFile(file.Uri) == DocumentUri.ToFile(uri))?.Diagnostics ?? [];
        string id = FileFindings.IdOf(found);
        return id == request.PreviousResultId
            ? new DocumentDiagnosticReport("unchanged", id, null)
            : new DocumentDiagnosticReport("full", id, found);
    }

    public async Task<WorkspaceDiagnosticReport> Workspace(WorkspaceDiagnosticParams request, CancellationToken cancellation)
    {
        List<PublishDiagnosticsParams> files = await FindAsync(() => services.Projects.All, cancellation).ConfigureAwait(false);
        var known = request.PreviousResultIds.GroupBy(one => one.Uri)
            .ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal);
        IEnumerable<PublishDiagnosticsParams> cleared = known.Keys.Except(files.Select(file => file.Uri))
            .Select(uri => new PublishDiagnosticsParams(uri, []));
        return new WorkspaceDiagnosticReport(
        [
            .. files.Concat(cleared).Select(file => FileFindings.IdOf(file.Diagnostics) is var id && known.GetValueOrDefault(file.Uri) == id
                ? new WorkspaceDocumentDiagnosticReport(file.Uri, file.Version, "unchanged", id, null)
                : new WorkspaceDocumentDiagnosticReport(file.Uri, file.Version, "full", id, file.Diagnostics)),
        ]);
    }

    private async Task<List<PublishDiagnosticsParams>> FindAsync(
        Func<ImmutableArray<WorkspaceState>> wanted, CancellationToken cancellation)
    {
        await services.Loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
        var found = new List<PublishDiagnosticsParams>();
        foreach (WorkspaceState project in wanted())
        {
            found.AddRange((await FindAsync(project.Current, cancellation).ConfigureAwait(false))
                .Where(file => services.Projects.Owns(project, file.Uri)));
        }

        return found;
    }

    // If the text changes meanwhile, tell the client to ask again.
    private async Task<List<PublishDiagnosticsParams>> FindAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, snapshot.Outdated);
        try
        {
            return await Task.Run(() => services.Findings.Collect(snapshot, either.Token), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LocalRpcException("The text has changed since.")
            { ErrorCode = ServerCancelled, ErrorData = new ServerCancellationData(true) };
        }
#pragma warning disable CA1031 // A fault in the analysis is a finding, and in the log already: the text is analysed unasked, too.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return DiagnosticsPublisher.Failure(snapshot, exception);
        }
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DocumentDiagnosticParams))]
[JsonSerializable(typeof(DocumentDiagnosticReport))]
[JsonSerializable(typeof(WorkspaceDiagnosticParams))]
[JsonSerializable(typeof(WorkspaceDiagnosticReport))]
[JsonSerializable(typeof(ServerCancellationData))]
internal sealed partial class PullJson : JsonSerializerContext;

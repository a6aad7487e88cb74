using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Reports;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/check</c>: what <c>policyc check --format json</c> writes of the same files.</summary>
internal sealed class CheckHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CheckJson.Default,
        static (services, rpc) =>
        {
            var handler = new CheckHandler(services);
            rpc.Add("policy/check", handler.Check);
        });

    private static readonly JsonReporter Reporter = new(withDiagnostics: true);

    public async Task<CheckAnswer> Check(CheckParams request, CancellationToken cancellation)
    {
        CalendarDay? day = Day(request.AsOf);
        await Services.Loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
        string? root = Projects.Of(request.Uri).Folder?.Root;
        return await Answer(request.Uri, snapshot => Check(snapshot, root, day, cancellation), cancellation).ConfigureAwait(false);
    }

    private static CheckAnswer Check(Snapshot snapshot, string? root, CalendarDay? day, CancellationToken cancellation)
    {
        Workspace workspace = day is null ? snapshot.Workspace : snapshot.Workspace.AsOf(day);
        IEnumerable<CoreDiagnostic> findings = workspace.GetDiagnostics(cancellation).Concat(snapshot.Problems);

        // Other names, other order.
        var report = Report.Of(
            workspace,
            [.. workspace.GetOpenConflicts(cancellation).Select(c => Named(c, root)).Order(Comparer<Conflict>.Create(Conflict.Compare))],
            [.. findings.Select(d => Named(d, root)).Order(Comparer<CoreDiagnostic>.Create(CoreDiagnostic.Compare))]);
        using var text = new StringWriter();
        Reporter.Write(report, text);
        return new CheckAnswer(text.ToString());
    }

    private static CoreDiagnostic Named(CoreDiagnostic found, string? root) => found with
    {
        Location = Named(found.Location, root),
        Related = [.. found.Related.Select(r => r with { Location = Named(r.Location, root) })],
    };

    private static Conflict Named(Conflict conflict, string? root) => conflict with
    {
        Locations = [.. conflict.Locations.Select(l => l with { Location = Named(l.Location, root) })],
    };

    // As on the command line in the folder of the project: names begin there.
    private static Text.Location Named(Text.Location location, string? root)
    {
        string folder = root is null ? "/" : root.TrimEnd('/') + "/";
        return location.File.StartsWith(folder, StringComparison.Ordinal)
            ? location with { File = location.File[folder.Length..] }
            : location;
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CheckParams))]
[JsonSerializable(typeof(CheckAnswer))]
internal sealed partial class CheckJson : JsonSerializerContext;

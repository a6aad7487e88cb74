using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
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
        var names = new ProjectNames(Projects.Of(request.Uri).Folder?.Root);
        return await Answer(request.Uri, snapshot => Check(snapshot, names, day, cancellation), cancellation).ConfigureAwait(false);
    }

    private static CheckAnswer Check(Snapshot snapshot, ProjectNames names, CalendarDay? day, CancellationToken cancellation)
    {
        Workspace workspace = day is null ? snapshot.Workspace : snapshot.Workspace.AsOf(day);
        IEnumerable<CoreDiagnostic> findings = workspace.GetDiagnostics(cancellation).Concat(snapshot.Problems);

        // Other names, other order.
        var report = Report.Of(
            workspace,
            [.. workspace.GetOpenConflicts(cancellation).Select(names.Of).Order(Comparer<Conflict>.Create(Conflict.Compare))],
            [.. findings.Select(names.Of).Order(Comparer<CoreDiagnostic>.Create(CoreDiagnostic.Compare))]);
        using var text = new StringWriter();
        Reporter.Write(report, text);
        return new CheckAnswer(text.ToString());
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CheckParams))]
[JsonSerializable(typeof(CheckAnswer))]
internal sealed partial class CheckJson : JsonSerializerContext;

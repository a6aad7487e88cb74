using System.Text.Json.Serialization;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Reports;
using PolicyLang.LanguageServer.Reports.Document;
using PolicyLang.LanguageServer.Reports.Document.Writers;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/report</c>: the page that <c>policyc report</c> writes of the same files.</summary>
internal sealed class ReportHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => ReportAnswerJson.Default,
        static (services, rpc) => rpc.Add("policy/report", new ReportHandler(services).Report));

    public async Task<ReportAnswer> Report(ReportParams request, CancellationToken cancellation)
    {
        CalendarDay? on = Day(request.On);
        CalendarDay? asOf = Day(request.AsOf);
        await Services.Loader.Idle.WaitAsync(cancellation).ConfigureAwait(false);
        var names = new ProjectNames(Projects.Of(request.Uri).Folder?.Root);
        return await Answer(
            request.Uri,
            snapshot =>
            {
                RequireSound(snapshot.Workspace, "The text", cancellation);

                // The order of places depends on names: read under those of the command line.
                Workspace named = snapshot.Workspace.Renamed(names.Of);
                Workspace workspace = asOf is null ? named : named.AsOf(asOf);
                ImmutableArray<CoreDiagnostic> findings =
                [
                    .. workspace.GetDiagnostics(cancellation).Concat(snapshot.Problems.Select(names.Of))
                        .Order(Comparer<CoreDiagnostic>.Create(CoreDiagnostic.Compare)),
                ];
                ReportFacts facts = Needed(
                    new ReportGathering(workspace, on, Transfer(workspace.Model), cancellation)
                        .Gather(findings, out ImmutableArray<Problem> problems),
                    problems);
                ReportDocument document = ReportBuilder.Build(facts, request.Title, all: false);
                return new ReportAnswer(
                    document.Title,
                    HtmlReport.Write(document),
                    [.. snapshot.Workspace.Model.Clauses.Select(c => Place(snapshot, c)).OfType<ClausePlace>()]);
            },
            cancellation).ConfigureAwait(false);
    }

    // Where there are several organisations, no one's own policy counts.
    private static ImmutableArray<RawFact> Transfer(SemanticModel model)
    {
        ImmutableArray<RawFact> facts =
        [
            new(BuiltInAttributes.Actor, UsualTransfer.Actors),
            new(BuiltInAttributes.Action, ["transfer"]),
            new(BuiltInAttributes.Data, [UsualTransfer.Data]),
            .. model.Organisations.Length < 2
                ? []
                : ImmutableArray.Create(new RawFact(BuiltInAttributes.Organisation, [AskedCase.Nobody])),
        ];
        return Needed(AskedCase.Read(model, facts, out ImmutableArray<Problem> problems), problems).Cases[0];
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReportParams))]
[JsonSerializable(typeof(ReportAnswer))]
internal sealed partial class ReportAnswerJson : JsonSerializerContext;

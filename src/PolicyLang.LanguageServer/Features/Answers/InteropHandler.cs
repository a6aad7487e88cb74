using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/interop</c>: how two frameworks or legal orders stand to each other.</summary>
internal sealed class InteropHandler(FeatureServices services) : AnswerHandler(services)
{
    private const int MostBlocks = 12;

    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/interop", new InteropHandler(services).Compare));

    public Task<AnswerPage> Compare(InteropParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            Workspace workspace = snapshot.Workspace;
            RequireSound(workspace, "The text", cancellation);
            ImmutableArray<RawFact> facts =
            [
                .. (request.Where ?? new Dictionary<string, string>()).Select(f => new RawFact(f.Key, [f.Value])),
                .. Day(request.On) is { } day ? [new RawFact(BuiltInAttributes.Date, [day.ToString()])] : Array.Empty<RawFact>(),
            ];
            InteropReport? report = workspace.Interop(
                Law(workspace, request.First), Law(workspace, request.Second), facts, MostBlocks, out ImmutableArray<Problem> problems,
                cancellation);
            return Page(snapshot, InteropAnswer.Write(Needed(report, problems), new AnswerPlaces(workspace)));
        },
        cancellation);
}

using System.Text.Json.Serialization;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/caseScenario</c> and <c>policy/caseMemo</c>: what is kept of a case that was asked about.</summary>
internal sealed class CaseHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CaseJson.Default,
        static (services, rpc) =>
        {
            var handler = new CaseHandler(services);
            rpc.Add("policy/caseScenario", handler.Scenario);
            rpc.Add("policy/caseMemo", handler.Memo);
        });

    public Task<CaseScenarioAnswer> Scenario(CaseScenarioParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            if (string.IsNullOrWhiteSpace(request.Title))
            {
                throw Refuse("The scenario needs a title.");
            }

            (_, ImmutableArray<RawFact> facts, _) = Decided(snapshot, new AskParams(request.Case, request.Uri), cancellation);
            return new CaseScenarioAnswer(CaseScenarios.Keep(snapshot.Workspace, facts, request.Title, cancellation) is { } edit
                ? Edit(snapshot, [edit])
                : throw Refuse("This case cannot be written as a scenario, or there is no policy file to write it in."));
        },
        cancellation);

    public Task<CaseMemoAnswer> Memo(AskParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            (AskedCase asked, ImmutableArray<RawFact> facts, Decision decision) = Decided(snapshot, request, cancellation);
            return new CaseMemoAnswer(
                new CaseMemo(snapshot.Workspace, facts, asked.WithAssumedOrganisation(decision)).Write(cancellation));
        },
        cancellation);

    private static (AskedCase Asked, ImmutableArray<RawFact> Facts, Decision Decision) Decided(
        Snapshot snapshot, AskParams request, CancellationToken cancellation)
    {
        (AskedCase? asked, ImmutableArray<RawFact> facts) =
            WireCase.Read(request.Case, snapshot.Workspace.Model, out ImmutableArray<Problem> problems);
        return asked is not null && snapshot.Workspace.Decide(facts, out problems, cancellation) is { } decision
            ? (asked, facts, decision)
            : throw Refuse(problems.IsEmpty ? "The case has no answer." : problems[0].Message);
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AskParams))]
[JsonSerializable(typeof(CaseScenarioParams))]
[JsonSerializable(typeof(CaseScenarioAnswer))]
[JsonSerializable(typeof(CaseMemoAnswer))]
internal sealed partial class CaseJson : JsonSerializerContext;

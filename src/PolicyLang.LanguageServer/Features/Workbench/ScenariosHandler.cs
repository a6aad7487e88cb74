using System.Text.Json.Serialization;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/scenarios</c> and <c>policy/runScenarios</c>: what can be tested, and how it came out.</summary>
internal sealed class ScenariosHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => ScenariosJson.Default,
        static (services, rpc) =>
        {
            var handler = new ScenariosHandler(services);
            rpc.Add("policy/scenarios", handler.Scenarios);
            rpc.Add("policy/runScenarios", handler.Run);
        });

    /// <summary>The scenarios and checks of a document's project; without one, of every project.</summary>
    public async Task<ScenarioList> Scenarios(WorkbenchParams request, CancellationToken cancellation) =>
        new([.. (await OfProjects(request.Uri, Items, cancellation).ConfigureAwait(false)).SelectMany(items => items)]);

    public async Task<ScenarioResults> Run(RunScenariosParams request, CancellationToken cancellation) =>
        new([.. (await OfProjects(request.Uri, snapshot => Run(snapshot.Workspace, request.Ids, cancellation).ToArray(), cancellation)
            .ConfigureAwait(false)).SelectMany(results => results)]);

    private ScenarioItem[] Items(Snapshot snapshot) =>
    [
        .. ScenarioIds.Numbered(snapshot.Workspace.Model.Scenarios, s => s.Title)
            .Select(s => Item(snapshot, "scenario", s.Id, s.Item.Title, s.Item.Head)).OfType<ScenarioItem>(),
        .. ScenarioIds.Numbered(snapshot.Workspace.Model.Checks, c => c.Title)
            .Select(c => Item(snapshot, "check", c.Id, c.Item.Title, c.Item.Head)).OfType<ScenarioItem>(),
    ];

    private static IEnumerable<ScenarioResultItem> Run(Workspace workspace, ImmutableArray<string>? wanted, CancellationToken cancellation)
    {
        return ScenarioIds.Numbered(workspace.RunScenarios(cancellation), r => r.Scenario.Title).Where(r => Wanted("scenario", r.Id))
            .Select(r => Result(workspace, r.Id, r.Item, cancellation))
            .Concat(ScenarioIds.Numbered(workspace.ProveChecks(cancellation), r => r.Check.Title).Where(r => Wanted("check", r.Id))
                .Select(r => Result(workspace, r.Id, r.Item, cancellation)));

        bool Wanted(string kind, string id) => wanted is not { } ids || ids.Contains($"{kind}:{id}");
    }

    private ScenarioItem? Item(Snapshot snapshot, string kind, string id, string title, Text.Location head) =>
        Map(snapshot, head) is { } place ? new ScenarioItem($"{kind}:{id}", kind, title, place.Uri, place.Range) : null;

    private static ScenarioResultItem Result(Workspace workspace, string id, ScenarioResult result, CancellationToken cancellation) => new(
        $"scenario:{id}",
        result.Passed,
        string.Join("\n", result.Scenario.Expectations.Select(e => Words(e.Location))),
        string.Join("\n", result.Cases.Select(Actual).Distinct()),
        string.Join("\n", result.Failures.Select(f => f.Message)),
        string.Join("\n", result.Told.Select(facts => Explain(workspace, facts, cancellation))));

    private static ScenarioResultItem Result(Workspace workspace, string id, CheckResult result, CancellationToken cancellation)
    {
        string expected = $"{result.Check.Quantifier.ToString().ToLowerInvariant()} {result.Check.Outcome.ToString().ToLowerInvariant()}";
        return new ScenarioResultItem(
            $"check:{id}",
            result.Failure is null,
            expected,
            result.Witness is { } witness ? $"not so: {CaseSentence.Write(new SpokenNames(workspace.Model).Of(witness))}" : expected,
            result.Failure ?? string.Empty,
            result.Witness is { } refuting ? Explain(workspace, refuting, cancellation) : "Proved over all cases.");
    }

    private static string Actual(Decision decision) => string.Join("\n",
    [
        $"{LanguageService.WireNames.NameOf(decision.Outcome)}"
            + $"{(decision.Applied.IsEmpty ? string.Empty : $" by {CaseSentence.List(decision.Applied, "and")}")}",
        .. decision.Duties.Select(duty => $"duty {duty}"),
    ]);

    private static string Explain(Workspace workspace, CaseFacts facts, CancellationToken cancellation)
    {
        var names = new SpokenNames(workspace.Model);
        RawFact[] raw = [.. facts.Facts.Select(RawFact.FromFact)];
        if (workspace.Decide(raw, out _, cancellation) is not { } decision)
        {
            return CaseSentence.Write(names.Of(facts));
        }

        IEnumerable<string> ways = WaySentences.Sentences(decision.WaysToComply.Select(names.Of), names.Of(facts));
        string reading = DecisionReading.Write(decision, ways, names, workspace.Explain(raw, out _, cancellation) ?? []);
        return $"{CaseSentence.Write(names.Of(facts))}\n{reading}";
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WorkbenchParams))]
[JsonSerializable(typeof(ScenarioList))]
[JsonSerializable(typeof(RunScenariosParams))]
[JsonSerializable(typeof(ScenarioResults))]
internal sealed partial class ScenariosJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/clause</c> and <c>policy/clauses</c>: a clause with what is around it, and all clauses with their status.</summary>
internal sealed class ClauseHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => ClauseJson.Default,
        static (services, rpc) =>
        {
            var handler = new ClauseHandler(services);
            rpc.Add("policy/clause", handler.Clause);
            rpc.Add("policy/clauses", handler.Clauses);
        });

    public Task<ClauseAnswer> Clause(TextDocumentPositionParams request, CancellationToken cancellation) => Judge(
        request.TextDocument.Uri,
        (snapshot, either) => new ClauseAnswer(
            Tree(snapshot, request.TextDocument) is { } tree
            && ClauseReading.FindAt(snapshot.Workspace, tree.File, Offset(tree, request.Position), View, either) is { } reading
            && Place(snapshot, reading.Clause) is { } place
                ? Map(snapshot, reading, place)
                : null),
        cancellation);

    /// <summary>The clauses of the files of a document's project, in order of declaration; without one, of every project.</summary>
    public async Task<ClauseList> Clauses(WorkbenchParams request, CancellationToken cancellation) =>
        new([.. (await OfProjects(request.Uri, Items, cancellation).ConfigureAwait(false)).SelectMany(items => items)]);

    private ListedClause[] Items(Snapshot snapshot) =>
    [
        .. snapshot.Workspace.Model.Clauses.Where(c => !snapshot.Workspace.Law.Holds(c.Location.File))
            .Select(c => (Place: Place(snapshot, c), Status: Status(ClauseStatus.Of(c))))
            .Where(c => c.Place is not null)
            .Select(c => new ListedClause(c.Place ?? throw new System.Diagnostics.UnreachableException(), c.Status)),
    ];

    private ClauseItem Map(Snapshot snapshot, ClauseReading reading, ClausePlace place) => new(
        place,
        new NamedItem(reading.Clause.Framework.Name, reading.Clause.Framework.Title ?? reading.Clause.Framework.Name),
        reading.Clause.Framework.Authority?.Name,
        reading.Sentence,
        reading.Clause.Cites,
        reading.Link,
        reading.Lines,
        Status(reading.Status),
        reading.Conflicts,
        Map(snapshot, reading.Above),
        Map(snapshot, reading.Below),
        [
            .. reading.Scenarios.Select(s => Map(snapshot, s.Head) is { } head
                ? new TouchingItem(s.Title, s.Passed, head.Uri, head.Range)
                : null).OfType<TouchingItem>(),
        ]);

    private ImmutableArray<OverrideItem> Map(Snapshot snapshot, ImmutableArray<Override> others) =>
        [.. others.Select(o => Place(snapshot, o.Clause) is { } place ? new OverrideItem(place, o.Why) : null).OfType<OverrideItem>()];

    private static ClauseStatusItem? Status(ClauseStatus? status) =>
        status is null ? null : new ClauseStatusItem(status.Word, status.IsKnown, status.By, status.On?.ToString());
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WorkbenchParams))]
[JsonSerializable(typeof(ClauseAnswer))]
[JsonSerializable(typeof(ClauseList))]
internal sealed partial class ClauseJson : JsonSerializerContext;

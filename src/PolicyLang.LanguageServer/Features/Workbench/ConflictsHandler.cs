using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/conflicts</c> and <c>policy/conflictActions</c>: the list of conflicts, and what can be done about one.</summary>
internal sealed class ConflictsHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => ConflictsJson.Default,
        static (services, rpc) =>
        {
            var handler = new ConflictsHandler(services);
            rpc.Add("policy/conflicts", handler.Conflicts);
            rpc.Add("policy/conflictActions", handler.Actions);
        });

    /// <summary>The conflicts of a document's project; without one, of every project.</summary>
    public async Task<ConflictList> Conflicts(WorkbenchParams request, CancellationToken cancellation)
    {
        if (request.Uri is { } uri)
        {
            return await Answer(uri, snapshot => List(snapshot, 0, cancellation), cancellation).ConfigureAwait(false);
        }

        var items = ImmutableArray.CreateBuilder<ConflictItem>();
        var groups = ImmutableArray.CreateBuilder<ConflictGroupItem>();
        foreach (Func<int, ConflictList> list in
            await Each(snapshot => (Func<int, ConflictList>)(first => List(snapshot, first, cancellation)), cancellation)
                .ConfigureAwait(false))
        {
            ConflictList one = await Task.Run(() => list(groups.Count), cancellation).ConfigureAwait(false);
            items.AddRange(one.Conflicts);
            groups.AddRange(one.Groups);
        }

        return new ConflictList(items.ToImmutable(), groups.ToImmutable());
    }

    /// <summary>One conflict, as the list of its project has it.</summary>
    public Task<ConflictItem> Conflict(string? uri, string id, CancellationToken cancellation) =>
        Answer(
            uri,
            snapshot => List(snapshot, 0, cancellation).Conflicts.FirstOrDefault(c => c.Id == id) ?? throw Refuse("This conflict is gone."),
            cancellation);

    public async Task<ConflictActionList> Actions(ConflictActionsParams request, CancellationToken cancellation)
    {
        ConflictActionList?[] found = request.Uri is { } uri
            ? [await Answer(uri, snapshot => FindActions(snapshot, request.Id, cancellation), cancellation).ConfigureAwait(false)]
            : await Each(snapshot => FindActions(snapshot, request.Id, cancellation), cancellation).ConfigureAwait(false);
        return found.FirstOrDefault(one => one is not null) ?? throw Refuse("This conflict is gone; refresh the list.");
    }

    private ConflictActionList? FindActions(Snapshot snapshot, string id, CancellationToken cancellation) =>
        snapshot.Workspace.GetConflicts(cancellation).FirstOrDefault(c => c.Fingerprint == id) is not { } conflict
            ? null
            : new ConflictActionList(
            [
                .. ConflictActions.Find(snapshot.Workspace, conflict, conflict.Locations[0].Location.File, cancellation)
                    .Select(action =>
                        new ConflictActionItem(action.Title, action.Kind.ToString().ToLowerInvariant(), Edit(snapshot, action.Edits))),
            ]);

    // Groups are numbered on, so that those of several projects can stand in one list.
    private ConflictList List(Snapshot snapshot, int first, CancellationToken cancellation)
    {
        ImmutableArray<Conflict> conflicts = snapshot.Workspace.GetConflicts(cancellation);
        ImmutableArray<ConflictGroup> groups = ConflictGrouping.Group(conflicts);
        Dictionary<Conflict, int> numbers = Numbers(groups);
        return new ConflictList(
            [.. conflicts.Select(c => Map(snapshot, c, first + numbers[c]))],
            [.. groups.Select(g => Map(g, first + g.Number))]);
    }

    private static Dictionary<Conflict, int> Numbers(ImmutableArray<ConflictGroup> groups) =>
        groups.SelectMany(g => g.Conflicts, (g, c) => (Conflict: c, g.Number)).ToDictionary<(Conflict Conflict, int Number), Conflict, int>(
            c => c.Conflict, c => c.Number, ReferenceEqualityComparer.Instance);

    private static ConflictGroupItem Map(ConflictGroup group, int number) => new(
        number,
        group.Title,
        LanguageService.WireNames.NameOf(group.Severity),
        [.. group.Days.Select(d =>
            new DaysItem(d.From == CalendarDay.First ? null : d.From.ToString(), d.Until == CalendarDay.Last ? null : d.Until.ToString()))],
        group.Help ?? group.First.Help);

    private ConflictItem Map(Snapshot snapshot, Conflict conflict, int group) => new(
        conflict.Fingerprint,
        conflict.Descriptor.Code,
        LanguageService.WireNames.NameOf(conflict.Kind),
        LanguageService.WireNames.NameOf(conflict.Status),
        LanguageService.WireNames.NameOf(conflict.Severity),
        [.. conflict.Clauses.Select(clause => clause.Split('.')[0]).Distinct()],
        Places(snapshot, conflict.Clauses),
        conflict.Resolution is { } resolution
            ? new ConflictResolution(LanguageService.WireNames.NameOf(resolution.By), resolution.Prevails)
            : null,
        Json(conflict.Witness),
        CaseSentence.Write(conflict.Witness),
        conflict.Message,
        [.. WaySentences.Sentences(conflict.AvoidBy, conflict.Witness)],
        group);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WorkbenchParams))]
[JsonSerializable(typeof(ConflictList))]
[JsonSerializable(typeof(ConflictActionsParams))]
[JsonSerializable(typeof(ConflictActionList))]
internal sealed partial class ConflictsJson : JsonSerializerContext;

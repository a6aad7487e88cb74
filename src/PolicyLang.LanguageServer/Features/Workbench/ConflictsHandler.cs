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

    public Task<ConflictList> Conflicts(WorkbenchParams request, CancellationToken cancellation) =>
        Answer(
            snapshot =>
            {
                ImmutableArray<Conflict> conflicts = snapshot.Workspace.GetConflicts(cancellation);
                ImmutableArray<ConflictGroup> groups = ConflictGrouping.Group(conflicts);
                Dictionary<Conflict, int> numbers = Numbers(groups);
                return new ConflictList([.. conflicts.Select(c => Map(snapshot, c, numbers[c]))], [.. groups.Select(Map)]);
            },
            cancellation);

    /// <summary>One conflict, as the list has it.</summary>
    public Task<ConflictItem> Conflict(string id, CancellationToken cancellation) =>
        Answer(
            snapshot =>
            {
                ImmutableArray<Conflict> conflicts = snapshot.Workspace.GetConflicts(cancellation);
                Conflict conflict = conflicts.FirstOrDefault(c => c.Fingerprint == id) ?? throw Refuse("This conflict is gone.");
                return Map(snapshot, conflict, Numbers(ConflictGrouping.Group(conflicts))[conflict]);
            },
            cancellation);

    public Task<ConflictActionList> Actions(ConflictActionsParams request, CancellationToken cancellation) =>
        Answer(
            snapshot =>
            {
                Conflict conflict = snapshot.Workspace.GetConflicts(cancellation).FirstOrDefault(c => c.Fingerprint == request.Id)
                    ?? throw Refuse("This conflict is gone; refresh the list.");
                return new ConflictActionList(
                [
                    .. ConflictActions.Find(snapshot.Workspace, conflict, conflict.Locations[0].Location.File, cancellation)
                        .Select(action =>
                            new ConflictActionItem(action.Title, action.Kind.ToString().ToLowerInvariant(), Edit(snapshot, action.Edits))),
                ]);
            },
            cancellation);

    private static Dictionary<Conflict, int> Numbers(ImmutableArray<ConflictGroup> groups) =>
        groups.SelectMany(g => g.Conflicts, (g, c) => (Conflict: c, g.Number)).ToDictionary<(Conflict Conflict, int Number), Conflict, int>(
            c => c.Conflict, c => c.Number, ReferenceEqualityComparer.Instance);

    private static ConflictGroupItem Map(ConflictGroup group) => new(
        group.Number,
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

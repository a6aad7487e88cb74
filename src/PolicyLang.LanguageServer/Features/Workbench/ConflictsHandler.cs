using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using ConflictSide = PolicyLang.LanguageServer.Protocol.ConflictSide;

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
    public async Task<ConflictList> Conflicts(WorkbenchParams request, CancellationToken cancellation) =>
        (await OfProjects(request.Uri, snapshot => List(snapshot, cancellation), cancellation).ConfigureAwait(false)).Aggregate(Join);

    /// <summary>One conflict, as the list of its project has it.</summary>
    public Task<ConflictItem> Conflict(string? uri, string id, CancellationToken cancellation) =>
        Answer(
            uri,
            snapshot => List(snapshot, cancellation).Conflicts.FirstOrDefault(c => c.Id == id) ?? throw Refuse("This conflict is gone."),
            cancellation);

    public async Task<ConflictActionList> Actions(ConflictActionsParams request, CancellationToken cancellation)
    {
        AcceptedReason? reason = Reason(request);
        return (await OfProjects(
            request.Uri, snapshot => FindActions(snapshot, request, reason, cancellation), cancellation).ConfigureAwait(false))
            .FirstOrDefault(found => found is not null) ?? throw Refuse("This conflict is gone; refresh the list.");
    }

    private static AcceptedReason? Reason(ConflictActionsParams request)
    {
        if (request.Because is not { } because)
        {
            return null;
        }

        var reason = new AcceptedReason(because, Day(request.Until));
        return reason.HasWords ? reason : throw Refuse("The reason is missing: say why the conflict is accepted.");
    }

    private ConflictActionList? FindActions(
        Snapshot snapshot, ConflictActionsParams request, AcceptedReason? reason, CancellationToken cancellation) =>
        snapshot.Workspace.GetConflicts(cancellation).FirstOrDefault(c => c.Fingerprint == request.Id) is not { } conflict
            ? null
            : new ConflictActionList(
            [
                .. (request.Others
                    ? ConflictActions.FindOfOthers(snapshot.Workspace, conflict, cancellation)
                    : ConflictActions.Find(snapshot.Workspace, conflict, conflict.Locations[0].Location.File, reason, cancellation))
                    .Select(action =>
                        new ConflictActionItem(action.Title, action.Kind.ToString().ToLowerInvariant(), Edit(snapshot, action.Edits))),
            ],
            FirstHiding(snapshot.Workspace, cancellation) is { } error
                ? $"Repairs are tried once the text has no errors that may hide rules. The first: {error}"
                : null);

    private ConflictList List(Snapshot snapshot, CancellationToken cancellation)
    {
        ImmutableArray<Conflict> conflicts = snapshot.Workspace.GetConflicts(cancellation);
        ImmutableArray<ConflictGroup> groups = ConflictGrouping.Group(conflicts);
        Dictionary<Conflict, int> numbers = Numbers(groups);
        OwnLaw own = snapshot.Workspace.GetOwnLaw(cancellation);
        Dictionary<string, ConflictSide> sides = snapshot.Workspace.GetModel(cancellation).Clauses.DistinctBy(c => c.QualifiedName)
            .ToDictionary(
                c => c.QualifiedName,
                c => new ConflictSide(
                    c.QualifiedName, c.Title, c.Framework.Authority?.Name ?? c.Framework.Name, own.Contains(c.Framework),
                    ClauseStatus.Of(c)?.Word),
                StringComparer.Ordinal);
        var names = new SpokenNames(snapshot.Workspace.Model);
        return new ConflictList([.. conflicts.Select(c => Map(snapshot, c, numbers[c], sides, names))], [.. groups.Select(Map)]);
    }

    // Groups are numbered on, so that those of several projects can stand in one list.
    private static ConflictList Join(ConflictList first, ConflictList next)
    {
        int before = first.Groups.Length;
        return new ConflictList(
            [.. first.Conflicts, .. next.Conflicts.Select(c => c with { Group = before + c.Group })],
            [.. first.Groups, .. next.Groups.Select(g => g with { Number = before + g.Number })]);
    }

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

    private ConflictItem Map(
        Snapshot snapshot, Conflict conflict, int group, Dictionary<string, ConflictSide> sides, SpokenNames names) => new(
        conflict.Fingerprint,
        conflict.Descriptor.Code,
        LanguageService.WireNames.NameOf(conflict.Kind),
        LanguageService.WireNames.NameOf(conflict.Status),
        LanguageService.WireNames.NameOf(conflict.Severity),
        [.. conflict.Clauses.Select(clause => clause.Split('.')[0]).Distinct()],
        Places(snapshot, conflict.Clauses),
        [.. conflict.Clauses.Where(sides.ContainsKey).Select(c => sides[c])],
        Viewpoints.Concerns(snapshot.Workspace.Model, conflict, View),
        conflict.Resolution is { } resolution
            ? new ConflictResolution(LanguageService.WireNames.NameOf(resolution.By), resolution.Prevails)
            : null,
        Json(conflict.Witness),
        CaseSentence.Write(names.Of(conflict.Witness)),
        conflict.Message,
        [.. WaySentences.Sentences(conflict.AvoidBy.Select(names.Of), names.Of(conflict.Witness))],
        group);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WorkbenchParams))]
[JsonSerializable(typeof(ConflictList))]
[JsonSerializable(typeof(ConflictActionsParams))]
[JsonSerializable(typeof(ConflictActionList))]
internal sealed partial class ConflictsJson : JsonSerializerContext;

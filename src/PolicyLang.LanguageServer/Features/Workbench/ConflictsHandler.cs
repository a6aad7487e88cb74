using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/conflicts</c> and <c>policy/conflictActions</c>: the list of conflicts, and what can be done about one.</summary>
internal sealed class ConflictsHandler(WorkspaceState state, IServerHost host) : WorkbenchHandler(state, host)
{
    public Task<ConflictList> Conflicts(WorkbenchParams request, CancellationToken cancellation) =>
        Answer(snapshot => new ConflictList([.. snapshot.Workspace.GetConflicts(cancellation).Select(c => Map(snapshot, c))]), cancellation);

    /// <summary>One conflict, as the list has it.</summary>
    public Task<ConflictItem> Conflict(string id, CancellationToken cancellation) =>
        Answer(
            snapshot => snapshot.Workspace.GetConflicts(cancellation).FirstOrDefault(c => c.Fingerprint == id) is { } conflict
                ? Map(snapshot, conflict)
                : throw Refuse("This conflict is gone."),
            cancellation);

    public Task<ConflictActionList> Actions(ConflictActionsParams request, CancellationToken cancellation) =>
        Answer(
            snapshot =>
            {
                Conflict conflict = snapshot.Workspace.GetConflicts(cancellation).FirstOrDefault(c => c.Fingerprint == request.Id)
                    ?? throw Refuse("This conflict is gone; refresh the list.");
                return new ConflictActionList(
                [
                    .. ConflictActions.Of(snapshot.Workspace, conflict, conflict.Locations[0].Location.File, cancellation)
                        .Select(action => new ConflictActionItem(action.Title, action.Kind.ToString().ToLowerInvariant(), Edit(snapshot, action.Edits))),
                ]);
            },
            cancellation);

    private ConflictItem Map(Snapshot snapshot, Conflict conflict) => new(
        conflict.Fingerprint,
        conflict.Descriptor.Code,
        LanguageService.Words.Of(conflict.Kind),
        LanguageService.Words.Of(conflict.Status),
        LanguageService.Words.Of(conflict.Severity),
        [.. conflict.Clauses.Select(clause => clause.Split('.')[0]).Distinct()],
        Places(snapshot, conflict.Clauses),
        conflict.Resolution is { } resolution ? new ConflictResolution(LanguageService.Words.Of(resolution.By), resolution.Prevails) : null,
        Json(conflict.Witness),
        CaseSentence.Of(conflict.Witness),
        conflict.Message,
        [.. WaySentences.Sentences(conflict.AvoidBy, conflict.Witness)]);
}

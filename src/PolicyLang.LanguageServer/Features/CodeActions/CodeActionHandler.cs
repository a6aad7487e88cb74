using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;
using CodeAction = PolicyLang.LanguageServer.Protocol.CodeAction;
using Diagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.CodeActions;

/// <summary>Fixes, repairs of conflicts, acknowledgements, scenarios; a name for a condition; changes of a whole file.</summary>
internal sealed class CodeActionHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CodeActionJson.Default,
        static (services, rpc) =>
        {
            var handler = new CodeActionHandler(services);
            rpc.Add("textDocument/codeAction", handler.HandleAsync);
            rpc.Add("codeAction/resolve", handler.Resolve);
        },
        new Capability("codeActionProvider", static _ => new JsonObject
        {
            ["codeActionKinds"] = new JsonArray(QuickFix, Extract, FixAll, Organise),
            ["resolveProvider"] = true,
        }));

    // More would hide the other actions of a place.
    private const int MostConflicts = 3;

    private const string QuickFix = "quickfix";
    private const string Extract = "refactor.extract";
    private const string FixAll = "source.fixAll";

    // The protocol has no other kind for tidying a file.
    private const string Organise = "source.organizeImports";

    public Task<ImmutableArray<CodeAction>> HandleAsync(CodeActionParams request, CancellationToken cancellation) =>
        Judge<ImmutableArray<CodeAction>>(
            request.TextDocument.Uri,
            (snapshot, either) => Tree(snapshot, request.TextDocument) is { } tree ? [.. Find(snapshot, tree, request, either)] : [],
            cancellation);

    private IEnumerable<CodeAction> Find(Snapshot snapshot, SyntaxTree tree, CodeActionParams request, CancellationToken cancellation)
    {
        int start = Offset(tree, request.Range.Start);
        TextSpan range = TextSpan.FromBounds(start, Math.Max(start, Offset(tree, request.Range.End)));
        if (Wanted(request, QuickFix))
        {
            ShownFindings shown = Services.Findings.Shown(snapshot, cancellation);
            var mapper = new DiagnosticMapper(snapshot, Client, Host, shown);
            ImmutableArray<Protocol.Diagnostic>? Answered(Diagnostic found)
            {
                // The client finds findings by position; name only those at theirs.
                Diagnostic finding = shown.Present(found);
                return finding.Location.File == tree.File && finding.Location.Span.Touches(range) ? [mapper.Map(finding)] : null;
            }

            foreach (LanguageService.CodeAction action in LanguageService.CodeActions.FindIn(
                snapshot.Workspace, tree.File, range, cancellation))
            {
                yield return new CodeAction(
                    action.Title, QuickFix, Answered(action.Finding), action.IsPreferred, Edit(snapshot, action.Edits));
            }

            foreach (CodeAction action in AboutConflicts(snapshot, tree, range, request.TextDocument.Uri, Answered, cancellation))
            {
                yield return action;
            }
        }

        if (Wanted(request, Extract) && Refactorings.ExtractDefine(snapshot.Workspace, tree, range) is { } extract)
        {
            yield return Map(snapshot, tree, extract, Extract);
        }

        // Offer changes of a whole file on request, not at every place.
        if (Asked(request, FixAll) && Refactorings.FixAll(snapshot.Workspace, tree, cancellation) is { } all)
        {
            yield return Map(snapshot, tree, all, FixAll);
        }

        if (Asked(request, Organise) && Refactorings.Organise(snapshot.Workspace, tree, cancellation) is { } organise)
        {
            yield return Map(snapshot, tree, organise, Organise);
        }
    }

    /// <summary>The action with its edit: only now is a repair looked for.</summary>
    public Task<CodeAction> Resolve(ChosenAction action, CancellationToken cancellation) => action.Data is not { } data
        ? Task.FromResult(new CodeAction(action.Title, action.Kind, null, null, null))
        : Judge(
            data.Uri,
            (snapshot, either) =>
            {
                Conflict conflict = snapshot.Workspace.GetConflicts(either).FirstOrDefault(c => c.Fingerprint == data.Conflict)
                    ?? throw Refuse("This conflict is gone.");
                ConflictAction? found = Enum.TryParse(data.Kind, out ConflictActionKind kind)
                    ? ConflictActions.FindFirst(snapshot.Workspace, conflict, NameOf(data.Uri), kind, either)
                    : null;
                return found is not null && LanguageService.CodeActions.IsSafe(snapshot.Workspace, found.Edits, either)
                    ? new CodeAction(action.Title, action.Kind, null, null, Edit(snapshot, found.Edits), Data: data)
                    : throw Refuse("No single change of what is yours removes this conflict without making another. Narrow one of the "
                        + "clauses by hand, or acknowledge it.");
            },
            cancellation);

    private IEnumerable<CodeAction> AboutConflicts(Snapshot snapshot, SyntaxTree tree, TextSpan range, string uri,
        Func<Diagnostic, ImmutableArray<Protocol.Diagnostic>?> answered, CancellationToken cancellation)
    {
        ImmutableArray<(Diagnostic Finding, Conflict Conflict)> conflicts =
            LanguageService.CodeActions.ConflictsIn(snapshot.Workspace, tree.File, range, cancellation);
        foreach ((Diagnostic finding, Conflict conflict) in conflicts.Take(MostConflicts))
        {
            ImmutableArray<ConflictAction> actions = Client.LateEdits
                ? ConflictActions.Outline(snapshot.Workspace, conflict, tree.File, cancellation)
                : ConflictActions.Find(snapshot.Workspace, conflict, tree.File, null, cancellation);
            foreach (ConflictAction action in actions)
            {
                // Only a repair that was tried has its edit at hand.
                bool late = Client.LateEdits && (action.Kind != ConflictActionKind.Repair || action.Edits.IsEmpty);
                if (late || LanguageService.CodeActions.IsSafe(snapshot.Workspace, action.Edits, cancellation))
                {
                    yield return new CodeAction(
                        action.Title, QuickFix, answered(finding), false, late ? null : Edit(snapshot, action.Edits),
                        Data: late ? new CodeActionData(uri, conflict.Fingerprint, action.Kind.ToString()) : null);
                }
            }
        }

        if (conflicts.Length > MostConflicts)
        {
            yield return new CodeAction(
                $"Repair\u2026 ({conflicts.Length - MostConflicts} more)", QuickFix, null, false, null,
                new Command("Repair", CommandNames.ShowConflict, [uri, .. conflicts.Select(c => c.Conflict.Fingerprint)]));
        }
    }

    private static LocalRpcException Refuse(string sentence) => new(sentence) { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };

    private CodeAction Map(Snapshot snapshot, SyntaxTree tree, Refactoring change, string kind) =>
        new(change.Title, kind, null, null, Edit(snapshot, change.Edits.Select(edit => new FileEdit(tree.File, edit))));

    private static bool Wanted(CodeActionParams request, string kind) =>
        request.Context?.Only is not { Length: > 0 } || Asked(request, kind);

    private static bool Asked(CodeActionParams request, string kind) =>
        request.Context?.Only is { } only
            && only.Any(asked => asked.Length == 0 || kind == asked || kind.StartsWith(asked + ".", StringComparison.Ordinal));
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(ImmutableArray<CodeAction>))]
[JsonSerializable(typeof(CodeAction))]
[JsonSerializable(typeof(ChosenAction))]
internal sealed partial class CodeActionJson : JsonSerializerContext;

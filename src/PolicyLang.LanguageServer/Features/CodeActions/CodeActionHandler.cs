using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;
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
        },
        new Capability("codeActionProvider", static _ => new JsonObject
        {
            ["codeActionKinds"] = new JsonArray(QuickFix, Extract, FixAll, Organise),
        }));

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
            foreach (LanguageService.CodeAction action in LanguageService.CodeActions.FindIn(
                snapshot.Workspace, tree.File, range, cancellation))
            {
                Diagnostic finding = shown.Present(action.Finding);

                // The client knows its findings by where they are: one that is shown elsewhere is not named.
                bool here = finding.Location.File == tree.File && finding.Location.Span.Touches(range);
                yield return new CodeAction(
                    action.Title, QuickFix, here ? [mapper.Map(finding)] : null, action.IsPreferred, Edit(snapshot, action.Edits));
            }
        }

        if (Wanted(request, Extract) && Refactorings.ExtractDefine(snapshot.Workspace, tree, range) is { } extract)
        {
            yield return Map(snapshot, tree, extract, Extract);
        }

        // Changes of a whole file are offered where they are asked for, not at every place in it.
        if (Asked(request, FixAll) && Refactorings.FixAll(snapshot.Workspace, tree, cancellation) is { } all)
        {
            yield return Map(snapshot, tree, all, FixAll);
        }

        if (Asked(request, Organise) && Refactorings.Organise(snapshot.Workspace, tree, cancellation) is { } organise)
        {
            yield return Map(snapshot, tree, organise, Organise);
        }
    }

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
internal sealed partial class CodeActionJson : JsonSerializerContext;

using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.CodeActions;

/// <summary>Fixes, repairs of conflicts, acknowledgements, scenarios.</summary>
internal sealed class CodeActionHandler(WorkspaceState state, IServerHost host) : FeatureHandler(state, host)
{
    public ClientFeatures Client { get; set; } = ClientFeatures.Of(null);

    public Task<ImmutableArray<CodeAction>> HandleAsync(CodeActionParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) =>
            {
                var mapper = new DiagnosticMapper(snapshot, Client, Host.HelpPage);
                int start = Offset(tree, request.Range.Start);
                TextSpan range = TextSpan.FromBounds(start, Math.Max(start, Offset(tree, request.Range.End)));
                return [.. LanguageService.CodeActions.In(snapshot.Workspace, tree.File, range, cancellation)
                    .Select(action => new CodeAction(action.Title, "quickfix", [mapper.Map(action.Finding)], action.IsPreferred, Edit(snapshot, action.Edits)))];
            },
            ImmutableArray<CodeAction>.Empty,
            cancellation);
}

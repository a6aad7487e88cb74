using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.InlayHints;

/// <summary>What the text implies, shown between its words.</summary>
internal sealed class InlayHintHandler(ProjectSet projects, IServerHost host) : FeatureHandler(projects, host)
{
    private const int Type = 1;

    public Task<ImmutableArray<InlayHint>> HandleAsync(DocumentRangeParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) =>
            [
                .. LanguageService.InlayHints.FindIn(snapshot.Workspace, tree.File,
                    TextSpan.FromBounds(Offset(tree, request.Range.Start), Offset(tree, request.Range.End)), View)
                    .Select(hint =>
                        new InlayHint(
                        Encoding.ToPosition(tree.Text, hint.Offset), hint.Label, Type, hint.Explanation, !hint.Before, hint.Before)),
            ],
            ImmutableArray<InlayHint>.Empty,
            cancellation);
}

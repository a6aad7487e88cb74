using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using CoreHover = PolicyLang.LanguageService.Hover;

namespace PolicyLang.LanguageServer.Features.Hover;

/// <summary>What a name means.</summary>
internal sealed class HoverHandler(ProjectSet projects, IServerHost host) : FeatureHandler(projects, host)
{
    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);

    public Task<Protocol.Hover?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<Protocol.Hover?>(
            request.TextDocument,
            (snapshot, tree) => CoreHover.CardAt(snapshot.Workspace, tree.File, Offset(tree, request.Position), View) is { } card
                ? new Protocol.Hover(Card(card.Markdown, Client.Markdown), Range(tree.Text, card.Span))
                : null,
            null,
            cancellation);
}

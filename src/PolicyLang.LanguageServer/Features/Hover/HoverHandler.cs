using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Syntax;
using CoreHover = PolicyLang.LanguageService.Hover;

namespace PolicyLang.LanguageServer.Features.Hover;

/// <summary>What a name means.</summary>
internal sealed class HoverHandler(WorkspaceState state, IServerHost host)
{
    public bool Markdown { get; set; } = true;

    public Task<Protocol.Hover?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation)
    {
        // Taken before the first await: the answer is about the text as of this request.
        Snapshot snapshot = state.Current;
        return Task.Run(() => Find(snapshot, request), cancellation);
    }

    private Protocol.Hover? Find(Snapshot snapshot, TextDocumentPositionParams request)
    {
        string file = PreludeDocuments.NameOf(request.TextDocument.Uri, host) ?? DocumentUri.ToFile(request.TextDocument.Uri);
        return snapshot.Workspace.Tree(file) is not SyntaxTree tree
            || CoreHover.At(snapshot.Workspace, file, state.Encoding.ToOffset(tree.Text, request.Position)) is not { } card
            ? null
            : new Protocol.Hover(new MarkupContent(Markdown ? "markdown" : "plaintext", card.Markdown), state.Encoding.ToRange(tree.Text, card.Span));
    }
}

using PolicyLang.Formatting;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.Formatting;

/// <summary>The canonical layout, of a document or of the clauses that a range touches.</summary>
internal sealed class FormattingHandler(ProjectSet projects, IServerHost host) : FeatureHandler(projects, host)
{
    public Task<ImmutableArray<TextEdit>> Document(TextDocumentParams request, CancellationToken cancellation) =>
        Read(
            request.TextDocument,
            tree => [.. LayoutEdits.Between(tree.Text.Content, Formatter.Format(tree))
                .Select(edit => new TextEdit(Range(tree.Text, edit.Span), edit.NewText))],
            ImmutableArray<TextEdit>.Empty,
            cancellation);

    public Task<ImmutableArray<TextEdit>> Part(DocumentRangeParams request, CancellationToken cancellation) =>
        Read(
            request.TextDocument,
            tree =>
            [
                .. Formatter.FormatRange(tree,
                    TextSpan.FromBounds(
                    Offset(tree, request.Range.Start), Math.Max(Offset(tree, request.Range.Start), Offset(tree, request.Range.End))))
                    .Select(edit => new TextEdit(Range(tree.Text, edit.Span), edit.NewText)),
            ],
            ImmutableArray<TextEdit>.Empty,
            cancellation);

    public Task<ImmutableArray<TextEdit>> Typed(OnTypeFormattingParams request, CancellationToken cancellation) =>
        Read(
            request.TextDocument,
            tree => [.. TypedLayout.EditsAfterTyping(tree, Offset(tree, request.Position), request.Ch.FirstOrDefault())
                .Select(edit => new TextEdit(Range(tree.Text, edit.Span), edit.NewText))],
            ImmutableArray<TextEdit>.Empty,
            cancellation);
}

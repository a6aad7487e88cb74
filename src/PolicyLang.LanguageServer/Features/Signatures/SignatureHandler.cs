using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Signatures;

/// <summary>What may follow in this clause. It asks for the tree alone.</summary>
internal sealed class SignatureHandler(ProjectSet projects, IServerHost host) : FeatureHandler(projects, host)
{
    public Task<SignatureHelp?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<SignatureHelp?>(
            request.TextDocument,
            (_, tree) => LanguageService.Signatures.FindAt(tree, Offset(tree, request.Position)) is { } signature
                ? new SignatureHelp(
                    [
                        new SignatureInformation(
                            signature.Label,
                            Plain(signature.Documentation),
                            [.. signature.Parts.Select(
                                part => new ParameterInformation([part.Span.Start, part.Span.End], Plain(part.Explanation)))],
                            signature.Active),
                    ],
                    0,
                    signature.Active)
                : null,
            null,
            cancellation);

    private static MarkupContent Plain(string text) => new("plaintext", text);
}

using System.Globalization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.Completion;

/// <summary>What may be written here.</summary>
internal sealed class CompletionHandler(WorkspaceState state, IServerHost host) : FeatureHandler(state, host)
{
    public Task<CompletionList?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<CompletionList?>(
            request.TextDocument,
            (snapshot, tree) => new CompletionList(false, [.. LanguageService.Completion.At(snapshot.Workspace, tree, Offset(tree, request.Position)).Select(Map)]),
            null,
            cancellation);

    private static CompletionItem Map(Proposal proposal, int order) => new(
        proposal.Label,
        Kind(proposal.Kind),
        proposal.Detail.Length > 0 ? proposal.Detail : null,
        proposal.Symbol?.Documentation is { Length: > 0 } documentation ? new MarkupContent("plaintext", documentation) : null,
        order.ToString("D5", CultureInfo.InvariantCulture));

    // The CompletionItemKind that comes nearest: Keyword, Class, EnumMember, Property, Constant, Function, Module.
    private static int Kind(ProposalKind kind) => kind switch
    {
        ProposalKind.Keyword => 14,
        ProposalKind.Place => 7,
        ProposalKind.Vocabulary => 20,
        ProposalKind.Attribute => 10,
        ProposalKind.Definition => 21,
        ProposalKind.Clause => 3,
        _ => 9,
    };
}

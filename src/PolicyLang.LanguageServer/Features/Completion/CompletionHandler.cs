using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.LanguageServer.Features.Completion;

/// <summary>What may be written here, and the card of what is looked at.</summary>
internal sealed class CompletionHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CompletionJson.Default,
        static (services, rpc) =>
        {
            var handler = new CompletionHandler(services);
            rpc.Add("textDocument/completion", handler.HandleAsync);
            rpc.Add("completionItem/resolve", handler.Resolve);
        },
        new Capability("completionProvider", static _ => new JsonObject
        {
            ["triggerCharacters"] = new JsonArray(" ", ".", ",", "\""),
            ["resolveProvider"] = true,
        }));

    private const int Snippet = 2;
    private const int Deprecated = 1;

    public Task<CompletionList?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<CompletionList?>(
            request.TextDocument,
            (snapshot, tree) => new CompletionList(
                false,
                [.. LanguageService.Completion.CompleteAt(snapshot.Workspace, tree, Offset(tree, request.Position), cancellation)
                    .Select((proposal, order) => Map(tree, proposal, order, request.TextDocument.Uri))]),
            null,
            cancellation);

    public Task<CompletionItem> Resolve(CompletionItem item, CancellationToken cancellation) =>
        Answer(
            item.Data?.Uri,
            snapshot => item.Data is { } data
                && LanguageService.Completion.Document(snapshot.Workspace, data.Name, (ProposalKind)data.Kind, View) is { } card
                ? item with { Documentation = Card(card, Client.MarkdownDocumentation) }
                : item,
            cancellation);

    private CompletionItem Map(SyntaxTree tree, Proposal proposal, int order, string uri)
    {
        string? snippet = Client.Snippets ? proposal.Snippet : null;
        return new CompletionItem(
            proposal.Label,
            Kind(proposal.Kind),
            proposal.Detail.Length > 0 ? proposal.Detail : null,
            !Client.LateDocumentation && proposal.Symbol?.Documentation is { Length: > 0 } documentation
                ? new MarkupContent("plaintext", documentation)
                : null,
            order.ToString("D5", CultureInfo.InvariantCulture),
            proposal.FilterText,
            snippet,
            snippet is null ? null : Snippet,
            proposal.Replaces is { } replaced ? new TextEdit(Range(tree.Text, replaced), proposal.Label) : null,
            proposal.IsDeprecated ? [Deprecated] : null,
            proposal.Symbol is { } symbol
                ? new ProposalData((int)proposal.Kind, symbol is ClauseSymbol clause ? clause.QualifiedName : proposal.Label, uri)
                : null);
    }

    // The CompletionItemKind that comes nearest: Keyword, Class, EnumMember, Property, Constant, Function, Reference, Module.
    private static int Kind(ProposalKind kind) => kind switch
    {
        ProposalKind.Keyword => 14,
        ProposalKind.Place => 7,
        ProposalKind.Vocabulary => 20,
        ProposalKind.Attribute => 10,
        ProposalKind.Definition => 21,
        ProposalKind.Clause => 3,
        ProposalKind.Article => 18,
        ProposalKind.Framework => 9,
        _ => throw new UnreachableException(),
    };
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(CompletionItem))]
internal sealed partial class CompletionJson : JsonSerializerContext;

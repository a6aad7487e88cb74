using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.Structure;

/// <summary>Outline, symbols, folding, selection, links. They ask for the tree alone and never wait for conflicts.</summary>
internal sealed class StructureHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => StructureJson.Default,
        static (services, rpc) =>
        {
            var handler = new StructureHandler(services);
            rpc.Add("textDocument/documentSymbol", handler.DocumentSymbols);
            rpc.Add("workspace/symbol", handler.WorkspaceSymbols);
            rpc.Add("textDocument/foldingRange", handler.Folding);
            rpc.Add("textDocument/selectionRange", handler.Selection);
            rpc.Add("textDocument/documentLink", handler.DocumentLinks);
        },
        new Capability("documentSymbolProvider"),
        new Capability("workspaceSymbolProvider"),
        new Capability("foldingRangeProvider"),
        new Capability("selectionRangeProvider"),
        new Capability("documentLinkProvider", static _ => new JsonObject { ["resolveProvider"] = false }));

    private const int MostSymbols = 500;

    public Task<ImmutableArray<DocumentSymbol>> DocumentSymbols(TextDocumentParams request, CancellationToken cancellation) =>
        Read(request.TextDocument, tree => [.. Outline.Build(tree).Select(item => Map(tree, item))], ImmutableArray<DocumentSymbol>.Empty,
            cancellation);

    public async Task<ImmutableArray<SymbolInformation>> WorkspaceSymbols(WorkspaceSymbolParams request, CancellationToken cancellation) =>
        [
            .. (await Each(snapshot => Symbols(snapshot, request.Query), cancellation).ConfigureAwait(false)).SelectMany(found => found)
                .Distinct().Take(MostSymbols),
        ];

    public Task<ImmutableArray<FoldingRange>> Folding(TextDocumentParams request, CancellationToken cancellation) =>
        Read(
            request.TextDocument,
            tree => [.. LanguageService.Folding.RangesOf(tree)
                .Select(span => new FoldingRange(tree.Text.PositionOf(span.Start).Line, tree.Text.PositionOf(span.End).Line))],
            ImmutableArray<FoldingRange>.Empty,
            cancellation);

    public Task<ImmutableArray<SelectionRange>> Selection(SelectionRangeParams request, CancellationToken cancellation) =>
        Read(request.TextDocument, tree => [.. request.Positions.Select(position => SelectionAround(tree, Offset(tree, position)))],
            ImmutableArray<SelectionRange>.Empty, cancellation);

    public Task<ImmutableArray<DocumentLink>> DocumentLinks(TextDocumentParams request, CancellationToken cancellation) =>
        Read(request.TextDocument, tree => [.. Links.Find(tree).Select(link => new DocumentLink(Range(tree.Text, link.Span), link.Target))],
            ImmutableArray<DocumentLink>.Empty, cancellation);

    private IEnumerable<SymbolInformation> Symbols(Snapshot snapshot, string query) =>
        Outline.Find(snapshot.Workspace, query).Take(MostSymbols).SelectMany(found =>
            snapshot.Workspace.Tree(found.File) is { } tree
                && Map(snapshot, new Text.Location(found.File, tree.Text, found.Item.NameSpan)) is { } place
                ? new[] { new SymbolInformation(
                    found.Item.Name, Kind(found.Item.Kind), place, found.Container.Length > 0 ? found.Container : null) }
                : []);

    private SelectionRange SelectionAround(SyntaxTree tree, int offset)
    {
        SelectionRange? outer = null;
        foreach (TextSpan span in LanguageService.Folding.RangesAround(tree, offset).Reverse())
        {
            outer = new SelectionRange(Range(tree.Text, span), outer);
        }

        return outer ?? new SelectionRange(Range(tree.Text, new TextSpan(offset, 0)), null);
    }

    private DocumentSymbol Map(SyntaxTree tree, OutlineItem item) => new(
        item.Name,
        Detail(item) is { Length: > 0 } detail ? detail : null,
        Kind(item.Kind),
        Range(tree.Text, item.Span),
        Range(tree.Text, item.NameSpan),
        item.Children.IsEmpty ? null : [.. item.Children.Select(child => Map(tree, child))]);

    // The status first: what comes last is cut off where there is little room.
    private static string Detail(OutlineItem item) => string.Join(
        "  ",
        new[] { item.Status is { Word.Length: > 0 } status ? $"\u25CF {status.Word}" : string.Empty, item.Detail }
            .Where(part => part.Length > 0));

    // The SymbolKind that comes nearest: Namespace, Function, Interface, Class, Enum, Property, Constant, Event.
    private static int Kind(OutlineKind kind) => kind switch
    {
        OutlineKind.Framework => 3,
        OutlineKind.Clause => 12,
        OutlineKind.Party => 11,
        OutlineKind.Place => 5,
        OutlineKind.Vocabulary => 10,
        OutlineKind.Attribute => 7,
        OutlineKind.Definition => 14,
        OutlineKind.Scenario => 24,
        _ => throw new UnreachableException(),
    };
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImmutableArray<DocumentSymbol>))]
[JsonSerializable(typeof(WorkspaceSymbolParams))]
[JsonSerializable(typeof(ImmutableArray<SymbolInformation>))]
[JsonSerializable(typeof(ImmutableArray<FoldingRange>))]
[JsonSerializable(typeof(SelectionRangeParams))]
[JsonSerializable(typeof(ImmutableArray<SelectionRange>))]
[JsonSerializable(typeof(ImmutableArray<DocumentLink>))]
internal sealed partial class StructureJson : JsonSerializerContext;

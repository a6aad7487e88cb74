using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using StreamJsonRpc;
using Location = PolicyLang.LanguageServer.Protocol.Location;
using Pages = PolicyLang.LanguageService.Navigation;

namespace PolicyLang.LanguageServer.Features.Navigation;

/// <summary>From a name to its declaration and its uses, and to another name.</summary>
internal sealed class NavigationHandler(ProjectSet projects, IServerHost host) : FeatureHandler(projects, host)
{
    private const int RequestFailed = -32803;
    private const int Text = 1;
    private const string NamePattern = @"[\p{L}][\p{L}\p{N}_]*";

    public Task<Location?> Definition(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer(request.TextDocument,
            (snapshot, tree) =>
            Pages.Definition(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } found ? Map(snapshot, found) : null,
            null, cancellation);

    public Task<Location?> TypeDefinition(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer(request.TextDocument,
            (snapshot, tree) =>
            Pages.TypeDefinition(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } found ? Map(snapshot, found) : null,
            null, cancellation);

    public Task<ImmutableArray<Location>> Implementation(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) => Pages.ReferenceAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } name
                ? [.. Implementations.Find(snapshot.Workspace, name.Symbol).Select(found => Map(snapshot, found)).OfType<Location>()]
                : ImmutableArray<Location>.Empty,
            [],
            cancellation);

    public Task<LinkedEditingRanges?> Linked(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<LinkedEditingRanges?>(
            request.TextDocument,
            (snapshot, tree) => LinkedNames.FindAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { Length: > 0 } places
                ? new LinkedEditingRanges([.. places.Select(place => Range(tree.Text, place))], NamePattern)
                : null,
            null,
            cancellation);

    public Task<ImmutableArray<Location>> References(ReferenceParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) => Pages.ReferenceAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } name
                ? [.. Pages.References(snapshot.Workspace, name.Symbol, request.Context.IncludeDeclaration)
                    .Select(found => Map(snapshot, found)).OfType<Location>()]
                : ImmutableArray<Location>.Empty,
            [],
            cancellation);

    public Task<ImmutableArray<DocumentHighlight>> Highlights(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) => Pages.ReferenceAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } name
                ? [.. Pages.References(snapshot.Workspace, name.Symbol, declaration: true).Where(found => found.File == tree.File)
                    .Select(found => new DocumentHighlight(Range(tree.Text, found.Span), Text))]
                : ImmutableArray<DocumentHighlight>.Empty,
            [],
            cancellation);

    public Task<PrepareRenameResult?> PrepareRename(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<PrepareRenameResult?>(
            request.TextDocument,
            (snapshot, tree) =>
                Renaming.Prepare(snapshot.Workspace, tree.File, Offset(tree, request.Position), out string? refusal) is { } name
                ? new PrepareRenameResult(Range(tree.Text, name.Span), name.Name)
                : throw Refused(refusal),
            null,
            cancellation);

    public Task<WorkspaceEdit?> Rename(RenameParams request, CancellationToken cancellation) =>
        Answer<WorkspaceEdit?>(
            request.TextDocument,
            (snapshot, tree) =>
                Renaming.Rename(snapshot.Workspace, tree.File, Offset(tree, request.Position), request.NewName, out string? refusal,
                cancellation) is { } edits
                ? Edit(snapshot, edits)
                : throw Refused(refusal),
            null,
            cancellation);

    private static LocalRpcException Refused(string? reason) => new(reason ?? "This name cannot be changed.") { ErrorCode = RequestFailed };
}

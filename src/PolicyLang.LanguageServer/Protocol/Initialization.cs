using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The part of <c>initialize</c> that the server acts on.</summary>
public sealed record InitializeParams(
    ClientCapabilities? Capabilities = null,
    string? RootUri = null,
    string? RootPath = null,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null);

public sealed record WorkspaceFolder(string Uri, string Name = "");

public sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    WorkspaceClientCapabilities? Workspace = null,
    TextDocumentClientCapabilities? TextDocument = null);

public sealed record GeneralClientCapabilities(ImmutableArray<string>? PositionEncodings = null);

public sealed record WorkspaceClientCapabilities(DynamicRegistrationCapability? DidChangeWatchedFiles = null);

public sealed record DynamicRegistrationCapability(bool? DynamicRegistration = null);

public sealed record TextDocumentClientCapabilities(HoverClientCapabilities? Hover = null, PublishDiagnosticsClientCapabilities? PublishDiagnostics = null);

public sealed record HoverClientCapabilities(ImmutableArray<string>? ContentFormat = null);

public sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    bool? VersionSupport = null,
    bool? CodeDescriptionSupport = null);

public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

public sealed record ServerInfo(string Name, string Version);

public sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    bool HoverProvider,
    CompletionOptions CompletionProvider,
    bool DefinitionProvider,
    bool TypeDefinitionProvider,
    bool ReferencesProvider,
    bool DocumentHighlightProvider,
    RenameOptions RenameProvider,
    bool DocumentSymbolProvider,
    bool WorkspaceSymbolProvider,
    bool FoldingRangeProvider,
    bool SelectionRangeProvider,
    DocumentLinkOptions DocumentLinkProvider,
    SemanticTokensOptions SemanticTokensProvider,
    bool DocumentFormattingProvider,
    bool DocumentRangeFormattingProvider,
    CodeActionOptions CodeActionProvider,
    WorkspaceServerCapabilities Workspace);

/// <summary>How documents are kept in step; <c>Change</c> is 2 for incremental.</summary>
public sealed record TextDocumentSyncOptions(bool OpenClose, int Change);

public sealed record WorkspaceServerCapabilities(WorkspaceFoldersServerCapabilities WorkspaceFolders);

public sealed record WorkspaceFoldersServerCapabilities(bool Supported, bool ChangeNotifications);

public sealed record InitializedParams;

public sealed record SetTraceParams(string? Value = null);

/// <summary>What the server itself says of a message that it could not read.</summary>
public sealed record MalformedParams([property: JsonRequired] int Code, [property: JsonRequired] string Message);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The part of <c>initialize</c> that the server acts on.</summary>
public sealed record InitializeParams(
    JsonElement? Capabilities = null,
    string? RootUri = null,
    string? RootPath = null,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null,
    string? Trace = null,
    InitializationOptions? InitializationOptions = null,
    int? ProcessId = null);

/// <summary>What a client of this server may ask for at the start; <c>DiagnosticMode</c> is <c>push</c> to have findings published in any
/// case.</summary>
public sealed record InitializationOptions(string? DiagnosticMode = null);

public sealed record WorkspaceFolder(string Uri, string Name = "");

public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

public sealed record ServerInfo(string Name, string Version);

public sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    bool HoverProvider,
    CompletionOptions CompletionProvider,
    SignatureHelpOptions SignatureHelpProvider,
    bool DeclarationProvider,
    bool DefinitionProvider,
    bool TypeDefinitionProvider,
    bool ImplementationProvider,
    bool ReferencesProvider,
    bool DocumentHighlightProvider,
    RenameOptions RenameProvider,
    bool LinkedEditingRangeProvider,
    bool DocumentSymbolProvider,
    bool WorkspaceSymbolProvider,
    bool FoldingRangeProvider,
    bool SelectionRangeProvider,
    DocumentLinkOptions DocumentLinkProvider,
    SemanticTokensOptions SemanticTokensProvider,
    bool CallHierarchyProvider,
    bool TypeHierarchyProvider,
    bool DocumentFormattingProvider,
    bool DocumentRangeFormattingProvider,
    OnTypeFormattingOptions DocumentOnTypeFormattingProvider,
    CodeActionOptions CodeActionProvider,
    CodeLensOptions CodeLensProvider,
    bool InlayHintProvider,
    ExecuteCommandOptions ExecuteCommandProvider,
    DiagnosticOptions? DiagnosticProvider,
    WorkspaceServerCapabilities Workspace);

/// <summary>How documents are kept in step; <c>Change</c> is 2 for incremental.</summary>
public sealed record TextDocumentSyncOptions(bool OpenClose, int Change);

public sealed record WorkspaceServerCapabilities(WorkspaceFoldersServerCapabilities WorkspaceFolders);

public sealed record WorkspaceFoldersServerCapabilities(bool Supported, bool ChangeNotifications);

public sealed record InitializedParams;

public sealed record SetTraceParams(string? Value = null);

/// <summary>What the server itself says of a message that it could not read.</summary>
public sealed record MalformedParams([property: JsonRequired] int Code, [property: JsonRequired] string Message, JsonElement? Id = null);

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The capabilities that the server acts on.</summary>
public sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    WorkspaceClientCapabilities? Workspace = null,
    TextDocumentClientCapabilities? TextDocument = null,
    WindowClientCapabilities? Window = null);

public sealed record GeneralClientCapabilities(ImmutableArray<string>? PositionEncodings = null);

public sealed record WindowClientCapabilities(bool? WorkDoneProgress = null);

public sealed record WorkspaceClientCapabilities(
    DynamicRegistrationCapability? DidChangeWatchedFiles = null,
    DynamicRegistrationCapability? DidChangeConfiguration = null,
    bool? Configuration = null,
    RefreshCapability? CodeLens = null,
    RefreshCapability? InlayHint = null,
    RefreshCapability? SemanticTokens = null,
    RefreshCapability? Diagnostics = null);

public sealed record DynamicRegistrationCapability(bool? DynamicRegistration = null);

public sealed record RefreshCapability(bool? RefreshSupport = null);

public sealed record TextDocumentClientCapabilities(
    HoverClientCapabilities? Hover = null,
    PublishDiagnosticsClientCapabilities? PublishDiagnostics = null,
    PublishDiagnosticsClientCapabilities? Diagnostic = null,
    CompletionClientCapabilities? Completion = null);

public sealed record HoverClientCapabilities(ImmutableArray<string>? ContentFormat = null);

public sealed record CompletionClientCapabilities(CompletionItemClientCapabilities? CompletionItem = null);

public sealed record CompletionItemClientCapabilities(
    bool? SnippetSupport = null,
    ResolveSupportCapability? ResolveSupport = null,
    ImmutableArray<string>? DocumentationFormat = null);

public sealed record ResolveSupportCapability(ImmutableArray<string> Properties);

public sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    bool? CodeDescriptionSupport = null,
    TagSupportCapability? TagSupport = null);

public sealed record TagSupportCapability(ImmutableArray<int>? ValueSet = null);

using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer;

/// <summary>What the client can do, as far as the server cares.</summary>
internal sealed record ClientFeatures
{
    /// <summary>The unit of positions.</summary>
    public required PositionEncoding Encoding { get; init; }

    public bool RelatedInformation { get; init; }

    public bool CodeDescription { get; init; }

    public bool Tags { get; init; }

    /// <summary>Whether the client asks for findings itself, and can be told when to: then nothing is published unasked.</summary>
    public bool Pulls { get; init; }

    public bool WatchRegistration { get; init; }

    public bool ConfigurationRegistration { get; init; }

    public bool Configuration { get; init; }

    public bool Progress { get; init; }

    /// <summary>Whether cards may have Markdown.</summary>
    public bool Markdown { get; init; }

    /// <summary>Whether documentation of a proposal may have Markdown.</summary>
    public bool MarkdownDocumentation { get; init; }

    public bool Snippets { get; init; }

    /// <summary>Whether documentation of a proposal may come later.</summary>
    public bool LateDocumentation { get; init; }

    public bool CodeLensRefresh { get; init; }

    public bool InlayHintRefresh { get; init; }

    public bool SemanticTokensRefresh { get; init; }

    public static ClientFeatures Of(ClientCapabilities? client, string? diagnosticMode = null)
    {
        TextDocumentClientCapabilities? text = client?.TextDocument;
        WorkspaceClientCapabilities? workspace = client?.Workspace;
        return new ClientFeatures
        {
            Encoding = PositionEncoding.Negotiate(client?.General?.PositionEncodings ?? []),
            RelatedInformation = text?.PublishDiagnostics?.RelatedInformation == true || text?.Diagnostic?.RelatedInformation == true,
            CodeDescription = text?.PublishDiagnostics?.CodeDescriptionSupport == true || text?.Diagnostic?.CodeDescriptionSupport == true,
            Tags = text?.PublishDiagnostics?.TagSupport is not null || text?.Diagnostic?.TagSupport is not null,
            Pulls = diagnosticMode != "push" && text?.Diagnostic is not null && workspace?.Diagnostics?.RefreshSupport == true,
            WatchRegistration = workspace?.DidChangeWatchedFiles?.DynamicRegistration == true,
            ConfigurationRegistration = workspace?.DidChangeConfiguration?.DynamicRegistration == true,
            Configuration = workspace?.Configuration == true,
            Progress = client?.Window?.WorkDoneProgress == true,
            Markdown = text?.Hover?.ContentFormat is not { } formats || formats.Contains("markdown"),
            MarkdownDocumentation = text?.Completion?.CompletionItem?.DocumentationFormat is not { } documentation || documentation.Contains("markdown"),
            Snippets = text?.Completion?.CompletionItem?.SnippetSupport == true,
            LateDocumentation = text?.Completion?.CompletionItem?.ResolveSupport?.Properties.Contains("documentation") == true,
            CodeLensRefresh = workspace?.CodeLens?.RefreshSupport == true,
            InlayHintRefresh = workspace?.InlayHint?.RefreshSupport == true,
            SemanticTokensRefresh = workspace?.SemanticTokens?.RefreshSupport == true,
        };
    }
}

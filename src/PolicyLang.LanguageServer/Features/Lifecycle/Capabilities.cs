using PolicyLang.LanguageServer.Features.CodeActions;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Lifecycle;

/// <summary>What the server tells a client that it can.</summary>
internal static class Capabilities
{
    public static ServerCapabilities For(ClientFeatures client) => new(
        client.Encoding.Name,
        new TextDocumentSyncOptions(OpenClose: true, Change: 2),
        HoverProvider: true,
        new CompletionOptions([" ", ".", ",", "\""], ResolveProvider: true),
        new SignatureHelpOptions([" ", "{"], [","]),
        DeclarationProvider: true,
        DefinitionProvider: true,
        TypeDefinitionProvider: true,
        ImplementationProvider: true,
        ReferencesProvider: true,
        DocumentHighlightProvider: true,
        new RenameOptions(PrepareProvider: true),
        LinkedEditingRangeProvider: true,
        DocumentSymbolProvider: true,
        WorkspaceSymbolProvider: true,
        FoldingRangeProvider: true,
        SelectionRangeProvider: true,
        new DocumentLinkOptions(ResolveProvider: false),
        new SemanticTokensOptions(new SemanticTokensLegend(LanguageService.SemanticTokens.Types, LanguageService.SemanticTokens.Modifiers),
            Range: true, new SemanticTokensFullOptions(Delta: true)),
        CallHierarchyProvider: true,
        TypeHierarchyProvider: true,
        DocumentFormattingProvider: true,
        DocumentRangeFormattingProvider: true,
        new OnTypeFormattingOptions("}", ["\n"]),
        new CodeActionOptions(CodeActionHandler.Kinds),
        new CodeLensOptions(ResolveProvider: true),
        InlayHintProvider: true,
        new ExecuteCommandOptions(CommandHandler.Names),
        client.Pulls ? new DiagnosticOptions("policylang", InterFileDependencies: true, WorkspaceDiagnostics: true) : null,
        new WorkspaceServerCapabilities(new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true)));
}

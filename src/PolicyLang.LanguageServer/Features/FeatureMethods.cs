using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.CodeActions;
using PolicyLang.LanguageServer.Features.CodeLens;
using PolicyLang.LanguageServer.Features.Completion;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Formatting;
using PolicyLang.LanguageServer.Features.Hierarchies;
using PolicyLang.LanguageServer.Features.Hover;
using PolicyLang.LanguageServer.Features.InlayHints;
using PolicyLang.LanguageServer.Features.Navigation;
using PolicyLang.LanguageServer.Features.SemanticTokens;
using PolicyLang.LanguageServer.Features.Signatures;
using PolicyLang.LanguageServer.Features.Structure;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Features;

/// <summary>The requests about documents, by method.</summary>
internal sealed class FeatureMethods(ProjectSet projects, FolderLoader loader, FileFindings findings, IServerHost host)
{
    private readonly HoverHandler _hover = new(projects, host);
    private readonly CompletionHandler _completion = new(projects, host);
    private readonly CodeActionHandler _actions = new(projects, host, findings);
    private readonly PullHandler _pull = new(projects, loader, findings);

    public ClientFeatures Client
    {
        set
        {
            _hover.Client = value;
            _completion.Client = value;
            _actions.Client = value;
        }
    }

    public void Add(LspRpc rpc)
    {
        AddReading(rpc);
        AddStructure(rpc);
        AddWriting(rpc);
    }

    private void AddReading(LspRpc rpc)
    {
        var navigation = new NavigationHandler(projects, host);
        var hierarchies = new HierarchyHandler(projects, host);
        rpc.Add("textDocument/hover", _hover.HandleAsync);
        rpc.Add("textDocument/declaration", navigation.Definition);
        rpc.Add("textDocument/definition", navigation.Definition);
        rpc.Add("textDocument/typeDefinition", navigation.TypeDefinition);
        rpc.Add("textDocument/implementation", navigation.Implementation);
        rpc.Add("textDocument/references", navigation.References);
        rpc.Add("textDocument/documentHighlight", navigation.Highlights);
        rpc.Add("textDocument/linkedEditingRange", navigation.Linked);
        rpc.Add("textDocument/prepareRename", navigation.PrepareRename);
        rpc.Add("textDocument/rename", navigation.Rename);
        rpc.Add("textDocument/prepareCallHierarchy", hierarchies.PrepareCalls);
        rpc.Add("callHierarchy/incomingCalls", hierarchies.Incoming);
        rpc.Add("callHierarchy/outgoingCalls", hierarchies.Outgoing);
        rpc.Add("textDocument/prepareTypeHierarchy", hierarchies.PrepareTypes);
        rpc.Add("typeHierarchy/supertypes", hierarchies.Supertypes);
        rpc.Add("typeHierarchy/subtypes", hierarchies.Subtypes);
        rpc.Add("textDocument/diagnostic", _pull.Document);
        rpc.Add("workspace/diagnostic", _pull.Workspace);
    }

    private void AddStructure(LspRpc rpc)
    {
        var structure = new StructureHandler(projects, host);
        var tokens = new SemanticTokensHandler(projects, host);
        var lenses = new CodeLensHandler(projects, host);
        rpc.Add("textDocument/documentSymbol", structure.DocumentSymbols);
        rpc.Add("workspace/symbol", structure.WorkspaceSymbols);
        rpc.Add("textDocument/foldingRange", structure.Folding);
        rpc.Add("textDocument/selectionRange", structure.Selection);
        rpc.Add("textDocument/documentLink", structure.DocumentLinks);
        rpc.Add("textDocument/semanticTokens/full", tokens.Full);
        rpc.Add("textDocument/semanticTokens/range", tokens.Part);
        rpc.Add("textDocument/semanticTokens/full/delta", tokens.Delta);
        rpc.Add("textDocument/codeLens", lenses.HandleAsync);
        rpc.Add("codeLens/resolve", lenses.Resolve);
        rpc.Add("textDocument/inlayHint", new InlayHintHandler(projects, host).HandleAsync);
    }

    private void AddWriting(LspRpc rpc)
    {
        var formatting = new FormattingHandler(projects, host);
        rpc.Add("textDocument/completion", _completion.HandleAsync);
        rpc.Add("completionItem/resolve", _completion.Resolve);
        rpc.Add("textDocument/signatureHelp", new SignatureHandler(projects, host).HandleAsync);
        rpc.Add("textDocument/formatting", formatting.Document);
        rpc.Add("textDocument/rangeFormatting", formatting.Part);
        rpc.Add("textDocument/onTypeFormatting", formatting.Typed);
        rpc.Add("textDocument/codeAction", _actions.HandleAsync);
    }
}

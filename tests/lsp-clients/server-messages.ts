import * as p from 'vscode-languageserver-protocol';
// What the server may send: results by method, notifications, requests.

export interface Results {
  'initialize': p.InitializeResult;
  'shutdown': null;
  'textDocument/hover': p.Hover | null;
  'textDocument/completion': p.CompletionItem[] | p.CompletionList | null;
  'completionItem/resolve': p.CompletionItem;
  'textDocument/definition': p.Location | p.Location[] | p.LocationLink[] | null;
  'textDocument/references': p.Location[] | null;
  'textDocument/documentHighlight': p.DocumentHighlight[] | null;
  'textDocument/documentSymbol': p.SymbolInformation[] | p.DocumentSymbol[] | null;
  'textDocument/codeAction': (p.Command | p.CodeAction)[] | null;
  'textDocument/formatting': p.TextEdit[] | null;
  'textDocument/rename': p.WorkspaceEdit | null;
  'textDocument/prepareRename': p.PrepareRenameResult | null;
  'textDocument/foldingRange': p.FoldingRange[] | null;
  'textDocument/selectionRange': p.SelectionRange[] | null;
  'textDocument/signatureHelp': p.SignatureHelp | null;
  'textDocument/semanticTokens/full': p.SemanticTokens | null;
  'textDocument/semanticTokens/full/delta': p.SemanticTokens | p.SemanticTokensDelta | null;
  'textDocument/semanticTokens/range': p.SemanticTokens | null;
  'textDocument/inlayHint': p.InlayHint[] | null;
  'textDocument/codeLens': p.CodeLens[] | null;
  'textDocument/documentLink': p.DocumentLink[] | null;
  'textDocument/diagnostic': p.DocumentDiagnosticReport;
  'textDocument/declaration': p.Location | p.Location[] | null;
  'textDocument/typeDefinition': p.Location | p.Location[] | null;
  'textDocument/implementation': p.Location | p.Location[] | null;
  'textDocument/linkedEditingRange': p.LinkedEditingRanges | null;
  'textDocument/prepareCallHierarchy': p.CallHierarchyItem[] | null;
  'callHierarchy/incomingCalls': p.CallHierarchyIncomingCall[] | null;
  'callHierarchy/outgoingCalls': p.CallHierarchyOutgoingCall[] | null;
  'textDocument/prepareTypeHierarchy': p.TypeHierarchyItem[] | null;
  'typeHierarchy/supertypes': p.TypeHierarchyItem[] | null;
  'typeHierarchy/subtypes': p.TypeHierarchyItem[] | null;
  'textDocument/rangeFormatting': p.TextEdit[] | null;
  'textDocument/onTypeFormatting': p.TextEdit[] | null;
  'codeLens/resolve': p.CodeLens;
  'workspace/diagnostic': p.WorkspaceDiagnosticReport;
  'workspace/executeCommand': unknown;
  'workspace/symbol': p.SymbolInformation[] | p.WorkspaceSymbol[] | null;
}
export interface Notifications {
  'textDocument/publishDiagnostics': p.PublishDiagnosticsParams;
  'window/showMessage': p.ShowMessageParams;
  'window/logMessage': p.LogMessageParams;
  '$/progress': { token: p.ProgressToken; value: unknown };
  '$/logTrace': p.LogTraceParams;
}
export interface Requests {
  'client/registerCapability': p.RegistrationParams;
  'client/unregisterCapability': p.UnregistrationParams;
  'workspace/applyEdit': p.ApplyWorkspaceEditParams;
  'workspace/configuration': p.ConfigurationParams;
  'window/workDoneProgress/create': p.WorkDoneProgressCreateParams;
  'workspace/codeLens/refresh': unknown;
  'workspace/inlayHint/refresh': unknown;
  'workspace/semanticTokens/refresh': unknown;
  'workspace/diagnostic/refresh': unknown;
  'window/showMessageRequest': p.ShowMessageRequestParams;
}
export interface Server { results: Results; notifications: Notifications; requests: Requests }

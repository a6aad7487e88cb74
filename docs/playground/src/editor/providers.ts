// Monaco's features, answered by the language server.
import type { PolicyServer } from '../server';
import { isOvertaken } from '../server';
import { fromEdit, fromLocation, fromRange, fromWorkspaceEdit, toPosition, toRange, type LspDiagnostic, type LspEdit, type LspLocation, type LspRange, type LspWorkspaceEdit } from './convert';
import { languages as both } from './language';
import { monaco } from './monaco';

type Model = monaco.editor.ITextModel;
interface Command { title: string; command: string; arguments?: unknown[] }
interface Item { label: string; kind?: number; detail?: string; documentation?: { value: string } | string; insertText?: string; insertTextFormat?: number; filterText?: string; sortText?: string; textEdit?: LspEdit; additionalTextEdits?: LspEdit[]; preselect?: boolean; commitCharacters?: string[] }
interface Action { title: string; kind?: string; isPreferred?: boolean; edit?: LspWorkspaceEdit; command?: Command; data?: unknown; diagnostics?: LspDiagnostic[] }
interface Lens { range: LspRange; command?: Command; data?: unknown }
interface Symbol { name: string; detail?: string; kind: number; range: LspRange; selectionRange: LspRange; children?: Symbol[] }

const of = (model: Model): { textDocument: { uri: string } } => ({ textDocument: { uri: model.uri.toString() } });
const at = (model: Model, position: monaco.IPosition): object => ({ ...of(model), position: toPosition(position) });

/** Registers everything. @param findings the findings of a document as the server sent them */
export function registerProviders(server: PolicyServer, findings: (uri: string) => readonly LspDiagnostic[], legend: monaco.languages.SemanticTokensLegend): { refresh(): void } {
  const settled = new monaco.Emitter<void>();

  /** Asks, and gives the editor nothing where the server has no answer. */
  async function ask<T>(method: string, params: object, token: monaco.CancellationToken): Promise<T | null> {
    const given = new AbortController();
    token.onCancellationRequested(() => given.abort());
    try {
      return await server.request<T | null>(method, params, given.signal);
    } catch (failure) {
      if (!isOvertaken(failure)) {
        console.warn(method, failure);
      }

      return null;
    }
  }

  const { languages } = monaco;
  const selector = [...both];
  languages.registerHoverProvider(selector, {
    provideHover: async (model, position, token) => {
      const card = await ask<{ contents: { value: string }; range: LspRange }>('textDocument/hover', at(model, position), token);
      return card === null ? null : { contents: [{ value: card.contents.value }], range: fromRange(card.range) };
    },
  });

  languages.registerCompletionItemProvider(selector, {
    // Those of the server. Not the brace: Enter after it is a new line, not a choice.
    triggerCharacters: [' ', '.', ',', '"'],
    provideCompletionItems: async (model, position, context, token) => {
      const list = await ask<{ items: Item[] } | Item[]>('textDocument/completion', { ...at(model, position), context: { triggerKind: context.triggerKind + 1, triggerCharacter: context.triggerCharacter } }, token);
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, position.column);
      return { suggestions: (Array.isArray(list) ? list : list?.items ?? []).map(item => proposal(item, range)) };
    },
    resolveCompletionItem: async (shown, token) => {
      const item = await ask<Item>('completionItem/resolve', (shown as { item?: Item }).item ?? {}, token);
      return item?.documentation === undefined ? shown : { ...shown, documentation: documentation(item) ?? '' };
    },
  });

  languages.registerSignatureHelpProvider(selector, {
    signatureHelpTriggerCharacters: [' '],
    provideSignatureHelp: async (model, position, token) => {
      const help = await ask<{ signatures: { label: string; documentation?: { value: string } | string; parameters?: { label: [number, number] | string }[] }[]; activeSignature?: number; activeParameter?: number }>('textDocument/signatureHelp', at(model, position), token);
      return help === null ? null : {
        value: {
          signatures: help.signatures.map(s => ({ label: s.label, parameters: (s.parameters ?? []).map(p => ({ label: p.label })), ...(s.documentation === undefined ? {} : { documentation: typeof s.documentation === 'string' ? s.documentation : { value: s.documentation.value } }) })),
          activeSignature: help.activeSignature ?? 0, activeParameter: help.activeParameter ?? 0,
        },
        dispose: () => {},
      };
    },
  });

  const locations = async (method: string, model: Model, position: monaco.IPosition, token: monaco.CancellationToken, more: object = {}): Promise<monaco.languages.Location[]> => {
    const found = await ask<LspLocation | LspLocation[]>(method, { ...at(model, position), ...more }, token);
    return found === null ? [] : (Array.isArray(found) ? found : [found]).map(fromLocation);
  };
  languages.registerDefinitionProvider(selector, { provideDefinition: (model, position, token) => locations('textDocument/definition', model, position, token) });
  languages.registerReferenceProvider(selector, { provideReferences: (model, position, context, token) => locations('textDocument/references', model, position, token, { context }) });

  languages.registerDocumentHighlightProvider(selector, {
    provideDocumentHighlights: async (model, position, token) =>
      ((await ask<{ range: LspRange; kind?: number }[]>('textDocument/documentHighlight', at(model, position), token)) ?? []).map(h => ({ range: fromRange(h.range), kind: (h.kind ?? 1) - 1 })),
  });

  languages.registerRenameProvider(selector, {
    provideRenameEdits: async (model, position, newName, token) => {
      try {
        return fromWorkspaceEdit(await server.request<LspWorkspaceEdit>('textDocument/rename', { ...at(model, position), newName }));
      } catch (failure) {
        return token.isCancellationRequested ? null : { edits: [], rejectReason: (failure as Error).message };
      }
    },
  });

  languages.registerDocumentSymbolProvider(selector, {
    provideDocumentSymbols: async (model, token) => ((await ask<Symbol[]>('textDocument/documentSymbol', of(model), token)) ?? []).map(symbol),
  });

  languages.registerFoldingRangeProvider(selector, {
    provideFoldingRanges: async (model, _, token) =>
      ((await ask<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', of(model), token)) ?? []).map(f => ({ start: f.startLine + 1, end: f.endLine + 1 })),
  });

  const options = { tabSize: 2, insertSpaces: true };
  languages.registerDocumentFormattingEditProvider(selector, {
    provideDocumentFormattingEdits: async (model, _, token) => ((await ask<LspEdit[]>('textDocument/formatting', { ...of(model), options }, token)) ?? []).map(fromEdit),
  });
  languages.registerDocumentRangeFormattingEditProvider(selector, {
    provideDocumentRangeFormattingEdits: async (model, range, _, token) => ((await ask<LspEdit[]>('textDocument/rangeFormatting', { ...of(model), range: toRange(range), options }, token)) ?? []).map(fromEdit),
  });

  languages.registerCodeActionProvider(selector, {
    provideCodeActions: async (model, range, context, token) => {
      const uri = model.uri.toString();
      const touched = findings(uri).filter(found => monaco.Range.areIntersectingOrTouching(fromRange(found.range), range));
      const actions = await ask<Action[]>('textDocument/codeAction', { ...of(model), range: toRange(range), context: { diagnostics: touched, ...(context.only === undefined ? {} : { only: [context.only] }) } }, token);
      return { actions: (actions ?? []).map(action => quickFix(action, context.markers)), dispose: () => {} };
    },
    resolveCodeAction: async (shown, token) => {
      const given = (shown as { action?: Action }).action;
      if (given?.data === undefined) {
        return shown;
      }

      const action = await server.request<Action>('codeAction/resolve', given);
      return token.isCancellationRequested || action.edit === undefined ? shown : { ...shown, edit: fromWorkspaceEdit(action.edit) };
    },
  });

  languages.registerCodeLensProvider(selector, {
    onDidChange: listener => settled.event(() => listener(undefined as never)),
    provideCodeLenses: async (model, token) => ({
      lenses: ((await ask<Lens[]>('textDocument/codeLens', of(model), token)) ?? []).map(lens => ({ range: fromRange(lens.range), lens }) as monaco.languages.CodeLens),
      dispose: () => {},
    }),
    resolveCodeLens: async (_, shown, token) => {
      const lens = await ask<Lens>('codeLens/resolve', (shown as unknown as { lens: Lens }).lens, token);
      const command = lens?.command;
      return { ...shown, command: { id: command === undefined || command.command === '' ? '' : command.command, title: command?.title ?? '…', arguments: command?.arguments ?? [] } };
    },
  });

  languages.registerInlayHintsProvider(selector, {
    onDidChangeInlayHints: settled.event,
    provideInlayHints: async (model, range, token) => ({
      hints: ((await ask<{ position: { line: number; character: number }; label: string; paddingLeft?: boolean; paddingRight?: boolean; tooltip?: { value: string } | string }[]>('textDocument/inlayHint', { ...of(model), range: toRange(range) }, token)) ?? [])
        .map(hint => ({ position: { lineNumber: hint.position.line + 1, column: hint.position.character + 1 }, label: hint.label, paddingLeft: hint.paddingLeft ?? false, paddingRight: hint.paddingRight ?? false, ...(hint.tooltip === undefined ? {} : { tooltip: hint.tooltip }) })),
      dispose: () => {},
    }),
  });

  languages.registerDocumentSemanticTokensProvider(selector, {
    onDidChange: settled.event,
    getLegend: () => legend,
    provideDocumentSemanticTokens: async (model, _, token) => {
      const tokens = await ask<{ data: number[] }>('textDocument/semanticTokens/full', of(model), token);
      return tokens === null ? null : { data: new Uint32Array(tokens.data) };
    },
    releaseDocumentSemanticTokens: () => {},
  });

  return { refresh: () => settled.fire() };
}

function proposal(item: Item, otherwise: monaco.IRange): monaco.languages.CompletionItem {
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  const shown = documentation(item);
  return {
    label: item.label,
    kind: kinds[item.kind ?? 1] ?? monaco.languages.CompletionItemKind.Text,
    insertText: text,
    range: item.textEdit === undefined ? otherwise : fromRange(item.textEdit.range),
    ...(item.insertTextFormat === 2 ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(shown === undefined ? {} : { documentation: shown }),
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
    ...(item.sortText === undefined ? {} : { sortText: item.sortText }),
    ...(item.additionalTextEdits === undefined ? {} : { additionalTextEdits: item.additionalTextEdits.map(edit => ({ ...fromEdit(edit), range: fromRange(edit.range) })) }),
    item,
  } as monaco.languages.CompletionItem;
}

function documentation(item: Item): monaco.IMarkdownString | undefined {
  return item.documentation === undefined ? undefined : { value: typeof item.documentation === 'string' ? item.documentation : item.documentation.value };
}

const K = monaco.languages.CompletionItemKind;
const kinds: Record<number, monaco.languages.CompletionItemKind> = {
  1: K.Text, 2: K.Method, 3: K.Function, 5: K.Field, 6: K.Variable, 7: K.Class, 9: K.Module, 10: K.Property, 12: K.Value, 13: K.Enum, 14: K.Keyword, 15: K.Snippet, 17: K.File, 18: K.Reference, 20: K.EnumMember, 21: K.Constant, 22: K.Struct,
};

function quickFix(action: Action, markers: readonly monaco.editor.IMarkerData[]): monaco.languages.CodeAction {
  return {
    title: action.title,
    kind: action.kind ?? 'quickfix',
    isPreferred: action.isPreferred ?? false,
    diagnostics: markers.filter(marker => action.diagnostics?.some(d => d.message === marker.message) === true),
    ...(action.edit === undefined ? {} : { edit: fromWorkspaceEdit(action.edit) }),
    ...(action.command === undefined ? {} : { command: { id: action.command.command, title: action.command.title, arguments: action.command.arguments ?? [] } }),
    action,
  } as monaco.languages.CodeAction;
}

function symbol(from: Symbol): monaco.languages.DocumentSymbol {
  return {
    name: from.name, detail: from.detail ?? '', kind: from.kind - 1, tags: [], range: fromRange(from.range), selectionRange: fromRange(from.selectionRange),
    children: (from.children ?? []).map(symbol),
  };
}

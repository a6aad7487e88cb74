import * as vscode from 'vscode';
import templates from '../../snippets/templates.json';

const language = 'policy';

/** An empty file offers whole beginnings as ghost text; the keys that VS Code has for it go from one to the next. */
export function offerTemplates(): vscode.Disposable {
  return vscode.languages.registerInlineCompletionItemProvider({ language }, {
    provideInlineCompletionItems: document => (document.getText().trim() === '' ? beginnings(document) : []),
  });
}

/** Opens an empty policy. */
export async function newPolicy(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content: '' });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
}

function beginnings(document: vscode.TextDocument): vscode.InlineCompletionItem[] {
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  return Object.values(templates).map(({ body }) => new vscode.InlineCompletionItem(new vscode.SnippetString(body.join('\n')), all));
}

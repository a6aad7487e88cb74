// What is kept of an answer.
import * as vscode from 'vscode';
import { applyAndShow } from '../client/edits';
import type { PolicyClient } from '../client/policyClient';
import type { Value } from '../protocol';
import type { AskAction } from './messages';
import { titleOf } from './model';
import { printedPage } from './printed';

type Facts = Record<string, Value>;

/** What can be done with the answer to a case. */
export class Keeping {
  constructor(private readonly client: PolicyClient, private readonly extension: vscode.Uri, private readonly storage: vscode.Uri) {}

  async do(action: AskAction, facts: Facts): Promise<void> {
    switch (action) {
      case 'keep': return this.keep(facts);
      case 'memo': return this.copy(facts);
      case 'print': return this.print(facts);
    }
  }

  private async keep(facts: Facts): Promise<void> {
    const title = await vscode.window.showInputBox({ title: 'Keep the case as a scenario', prompt: 'What is it to be called? It expects the answer of now.', value: titleOf(facts), ignoreFocusOut: true, validateInput: text => (text.trim() === '' ? 'A scenario needs a title.' : undefined) });
    if (title !== undefined) {
      const { edit } = await this.client.request('policy/caseScenario', { case: facts, title });
      await applyAndShow(await this.client.edit(edit));
    }
  }

  private async copy(facts: Facts): Promise<void> {
    const { text } = await this.client.request('policy/caseMemo', { case: facts });
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage('$(clippy) The memo is in the clipboard, as Markdown.', 5000);
  }

  /** A page of the extension cannot be printed: the memo is, in a browser. */
  private async print(facts: Facts): Promise<void> {
    const { text } = await this.client.request('policy/caseMemo', { case: facts });
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', text);
    const style = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'media', 'pages', 'print.css')));
    const page = { title: titleOf(facts), html, style };
    const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    const target = isHere ? vscode.Uri.joinPath(this.storage, 'memo.html') : await whereToSave();
    if (target === undefined) {
      return;
    }

    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(printedPage(isHere ? { ...page, nonce: crypto.randomUUID() } : page)));
    if (!isHere || !await vscode.env.openExternal(target)) {
      await vscode.window.showInformationMessage(`The memo is in ${vscode.workspace.asRelativePath(target)}. Open it in a browser to print it.`);
    }
  }
}

async function whereToSave(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({ title: 'Save the memo for printing', filters: { HTML: ['html'] }, ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'memo.html') }) });
}

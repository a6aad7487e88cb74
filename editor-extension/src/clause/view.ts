import * as vscode from 'vscode';
import { openPlace } from '../client/places';
import { isPolicyDocument } from '../client/documents';
import type { PolicyClient } from '../client/policyClient';
import { frame } from '../pages/html';
import type { ClauseReading, Place } from '../protocol';
import type { FromClause } from './messages';

const rest = 150;

/** The Clause view: what the clause at the cursor says, and what is around it. */
export class ClauseView implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private view: vscode.WebviewView | undefined;
  private shown: ClauseReading | null | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(private readonly client: PolicyClient, private readonly extension: vscode.Uri) {
    this.subscriptions.push(
      vscode.window.registerWebviewViewProvider('policy.clause', this),
      vscode.window.onDidChangeTextEditorSelection(e => { if (isPolicyDocument(e.textEditor.document)) { this.stir(); } }),
      vscode.window.onDidChangeActiveTextEditor(() => this.stir()),
      client.onDidSettle(() => this.stir()),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    const { webview } = view;
    const scripts = vscode.Uri.joinPath(this.extension, 'dist', 'pages');
    const styles = vscode.Uri.joinPath(this.extension, 'media', 'pages');
    webview.options = { enableScripts: true, localResourceRoots: [scripts, styles] };
    webview.onDidReceiveMessage((message: FromClause) => void this.receive(message));
    view.onDidChangeVisibility(() => this.stir());
    view.onDidDispose(() => { this.view = undefined; });
    webview.html = frame({
      title: 'Clause',
      nonce: crypto.randomUUID(),
      script: webview.asWebviewUri(vscode.Uri.joinPath(scripts, 'clause.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(styles, 'page.css')).toString(),
      source: webview.cspSource,
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async receive(message: FromClause): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.update();
      case 'link':
        if (this.shown?.link != null) {
          await vscode.env.openExternal(vscode.Uri.parse(this.shown.link, true));
        }

        return;
      case 'conflicts':
        await vscode.commands.executeCommand('policy.showConflictsOf', this.shown?.place.clause);
        return;
      case 'open': {
        const place = this.placeOf(message.list, message.index);
        return place === undefined ? undefined : openPlace(place);
      }
    }
  }

  private placeOf(list: 'own' | 'above' | 'below' | 'scenarios', index: number): Pick<Place, 'uri' | 'range'> | undefined {
    return list === 'own' ? this.shown?.place : list === 'scenarios' ? this.shown?.scenarios[index] : this.shown?.[list][index]?.place;
  }

  private stir(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), rest);
  }

  /** Where the cursor is in no clause, the last one stays in sight. */
  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (this.view?.visible !== true || this.client.state !== 'ready' || (editor !== undefined && !isPolicyDocument(editor.document))) {
      return;
    }

    const number = ++this.asked;
    try {
      const { clause } = editor === undefined
        ? { clause: this.shown }
        : await this.client.request('policy/clause', { textDocument: { uri: editor.document.uri.toString() }, position: { line: editor.selection.active.line, character: editor.selection.active.character } });
      if (number === this.asked) {
        this.shown = clause ?? this.shown;
        await this.view.webview.postMessage({ clause: this.shown ?? null });
      }
    } catch (problem) {
      this.client.channel.debug(String(problem)); // The text has moved on; the next change asks again.
    }
  }
}

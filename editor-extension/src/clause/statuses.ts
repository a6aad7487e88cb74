import * as vscode from 'vscode';
import { openPlace, shipped, toRange } from '../client/places';
import type { PolicyClient } from '../client/policyClient';
import type { Requests } from '../protocol';
import { statusKind, statusText, statusWords, withoutStatus } from './words';

type Listed = Requests['policy/clauses'][1]['clauses'][number];

const colours: Record<string, vscode.ThemeColor> = {
  draft: new vscode.ThemeColor('charts.yellow'),
  reviewed: new vscode.ThemeColor('charts.blue'),
  approved: new vscode.ThemeColor('charts.green'),
};

/** The status of clauses: a dot behind the line of each, and a list of clauses by status. */
export class ClauseStatuses implements vscode.Disposable {
  private readonly dots = new Map(statusWords.map(word => [word, dotOf(word)]));
  private readonly subscriptions: vscode.Disposable[] = [];
  private clauses: Listed[] = [];
  private asked = 0;

  constructor(private readonly client: PolicyClient) {
    this.subscriptions.push(client.onDidSettle(() => void this.refresh()), vscode.window.onDidChangeVisibleTextEditors(() => this.draw()));
  }

  /** Lists the clauses of one status, or those that have none. */
  async pick(): Promise<void> {
    await this.refresh();
    const kinds = [...statusWords, withoutStatus].map(word => ({ label: word, listed: this.clauses.filter(c => statusKind(c.status?.word) === word) }));
    const kind = await vscode.window.showQuickPick(kinds.map(k => ({ ...k, description: k.listed.length === 1 ? '1 clause' : `${k.listed.length} clauses` })), { title: 'Clauses by status' });
    if (kind === undefined) {
      return;
    }

    const chosen = await vscode.window.showQuickPick(
      kind.listed.map(c => ({ label: c.place.title ?? c.place.clause, description: c.place.clause, detail: c.status == null ? '' : statusText(c.status), place: c.place })),
      { title: `Clauses: ${kind.label}`, matchOnDescription: true, matchOnDetail: true });
    if (chosen !== undefined) {
      await openPlace(chosen.place);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.dots.values(), ...this.subscriptions).dispose();
  }

  private async refresh(): Promise<void> {
    const number = ++this.asked;
    try {
      const clauses = this.client.state === 'ready' ? (await this.client.request('policy/clauses', {})).clauses : [];
      if (number === this.asked) {
        this.clauses = clauses;
        this.draw();
      }
    } catch (problem) {
      this.client.channel.debug(String(problem)); // The text has moved on; the next change asks again.
    }
  }

  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const here = this.clauses.filter(c => shipped.uri(c.place.uri).toString() === editor.document.uri.toString());
      for (const [word, dot] of this.dots) {
        editor.setDecorations(dot, here.filter(c => c.status?.word === word).map(c => ({
          range: toRange(c.place.range),
          hoverMessage: c.status == null ? '' : `Status: ${statusText(c.status)}`,
        })));
      }
    }
  }
}

function dotOf(word: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    before: { contentText: '● ', ...(colours[word] === undefined ? {} : { color: colours[word] }) },
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    ...(colours[word] === undefined ? {} : { overviewRulerColor: colours[word] }),
  });
}

import * as vscode from 'vscode';
import type { PolicyClient } from '../client/policyClient';
import { openPlace } from '../client/places';
import { Panel } from '../pages/panel';
import type { Asked, Place, Value } from '../protocol';
import { today } from '../reading/days';
import { Keeping } from './keeping';
import type { AskAction, AskState, FromAsk } from './messages';

/** "May I transfer…?" in an editor tab. */
export class AskPanel implements vscode.Disposable {
  private readonly panel: Panel<FromAsk>;
  private readonly subscription: vscode.Disposable;
  private facts: Record<string, Value> = {};
  private shown: Asked | undefined;
  private asked = 0;

  private readonly keeping: Keeping;

  constructor(private readonly client: PolicyClient, extension: vscode.Uri, storage: vscode.Uri) {
    this.keeping = new Keeping(client, extension, storage);
    this.panel = new Panel(extension, 'ask', 'May I transfer…?', message => this.receive(message));
    this.subscription = client.onDidSettle(() => { if (this.panel.isShown) { void this.update(); } });
  }

  show(): void {
    if (!this.panel.isShown) {
      this.begin();
    }

    this.panel.show();
  }

  /** Does something with the answer that is shown. */
  async do(action: AskAction): Promise<void> {
    if (this.shown?.answer == null) {
      throw new Error('There is no answer yet: ask, and say what is done and on which day.');
    }

    await this.keeping.do(action, this.facts);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private begin(): void {
    const asOf = vscode.workspace.getConfiguration('policy').get('asOf', '');
    this.facts = { action: 'transfer', date: asOf === '' ? today(new Date()) : asOf };
  }

  private async receive(message: FromAsk): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.update();
      case 'again':
        this.begin();
        return this.update();
      case 'answer':
        if (message.value === null) {
          delete this.facts[message.name];
        } else {
          this.facts[message.name] = message.value;
        }

        return this.update();
      case 'keep':
      case 'memo':
      case 'print':
        return this.do(message.type);
      case 'open': {
        // The page names a place by where it stands in the answer, so that it can open nothing else.
        const place = this.placeOf(message.list, message.index);
        return place === undefined ? undefined : openPlace(place);
      }
    }
  }

  private placeOf(list: 'applied' | 'defeated' | 'duties', index: number): Place | undefined {
    const answer = this.shown?.answer;
    return list === 'duties' ? answer?.duties[index]?.clause : answer?.[list][index];
  }

  private async update(): Promise<void> {
    const number = ++this.asked;
    let state: AskState;
    try {
      state = { asked: await this.client.request('policy/ask', { case: this.facts }) };
    } catch (failure) {
      state = { problem: failure instanceof Error ? failure.message : String(failure) };
    }

    // An answer about fewer facts may come after that about all of them.
    if (number === this.asked) {
      this.shown = state.asked;
      await this.panel.post(state);
    }
  }
}

import * as vscode from 'vscode';
import { openPlace } from '../client/places';
import type { PolicyClient } from '../client/policyClient';
import { Panel } from '../pages/panel';
import type { AnswerPage } from '../protocol';
import { today } from '../reading/days';
import type { FromQuestion, QuestionState } from './messages';
import { placeAt, type Chosen, type Names, type Question } from './question';

// An answer that takes longer is not asked for anew with every change of the text.
const quick = 1000;

/** A question about the whole workspace in an editor tab. */
export class QuestionPanel implements vscode.Disposable {
  private readonly panel: Panel<FromQuestion>;
  private readonly subscription: vscode.Disposable;
  private names: Names | undefined;
  private chosen: Chosen | undefined;
  private state: QuestionState;
  private asking: vscode.CancellationTokenSource | undefined;
  private took = 0;

  /** @param press what a button of the page does */
  constructor(private readonly client: PolicyClient, extension: vscode.Uri, private readonly question: Question, private readonly press: (id: string) => Promise<void> = async () => undefined) {
    this.state = { title: question.title, intro: question.intro, controls: [], busy: false, stale: false };
    this.panel = new Panel(extension, question.kind, question.title, message => this.receive(message), 'question');
    this.subscription = client.onDidSettle(() => { if (this.panel.isShown && this.names !== undefined) { void this.settle(); } });
  }

  show(): void {
    if (!this.panel.isShown) {
      this.chosen = undefined;
    }

    this.panel.show();
  }

  /** Shows the page, and asks for what is meant now. */
  async showAnew(): Promise<void> {
    const isOpen = this.panel.isShown;
    this.show();
    if (isOpen) {
      await this.update();
    }
  }

  dispose(): void {
    this.asking?.cancel();
    this.subscription.dispose();
  }

  /** Asks for the answer to what is chosen now; an answer that is still awaited is given up. */
  async update(): Promise<void> {
    this.asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    const begun = Date.now();
    try {
      const names = await this.readNames();
      this.chosen ??= this.question.begin(names, this.day());
      const asked = this.question.ask(names, this.chosen);
      const controls = this.question.controls(names, this.chosen);
      if ('missing' in asked) {
        await this.tell({ controls, problem: asked.missing }, asking);
        return;
      }

      await this.tell({ ...this.state, controls, busy: true }, asking);
      const answer: AnswerPage = await this.client.request(asked.method, asked.params as never, asking.token);
      this.took = Date.now() - begun;
      await this.tell({ controls, answer }, asking);
    } catch (failure) {
      await this.tell({ controls: this.state.controls, problem: failure instanceof Error ? failure.message : String(failure) }, asking);
    }
  }

  private async receive(message: FromQuestion): Promise<void> {
    switch (message.type) {
      case 'ready':
      case 'again':
        return this.update();
      case 'press':
        return this.press(message.id);
      case 'set':
        this.chosen = { ...this.chosen, [message.id]: message.value };
        return this.update();
      case 'open': {
        // The page names a place by where it stands in the answer, so that it can open nothing else.
        const place = placeAt(this.state.answer, message.at, message.place);
        return place === undefined ? undefined : openPlace(place);
      }
    }
  }

  private async settle(): Promise<void> {
    if (this.took < quick) {
      await this.update();
    } else if (!this.state.busy) {
      this.state = { ...this.state, stale: true };
      await this.panel.post(this.state);
    }
  }

  private async tell(state: Partial<QuestionState>, asking: vscode.CancellationTokenSource): Promise<void> {
    if (asking === this.asking) {
      this.state = { title: this.question.title, intro: this.question.intro, controls: [], busy: false, stale: false, ...state };
      await this.panel.post(this.state);
    }
  }

  private day(): string {
    const asOf = vscode.workspace.getConfiguration('policy').get('asOf', '');
    return asOf === '' ? today(new Date()) : asOf;
  }

  private async readNames(): Promise<Names> {
    const vocabulary = async (kind: string): Promise<Names['data']> => (await this.client.request('policy/vocabulary', { kind })).names;
    const [laws, places, actions, data] = await Promise.all([
      this.client.request('policy/instruments', { breaches: this.question.counts === true }), vocabulary('viewpoint'), vocabulary('action'), vocabulary('data'),
    ]);
    this.names = { laws, places, actions, data };
    return this.names;
  }
}

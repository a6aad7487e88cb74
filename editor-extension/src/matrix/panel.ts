import * as vscode from 'vscode';
import type { PolicyClient } from '../client/policyClient';
import { openPlace } from '../client/places';
import { Panel } from '../pages/panel';
import type { Matrix } from '../protocol';
import { dayProblem, today } from '../reading/days';
import { firstChoice, matrixNames, matrixQuestion, noNames } from './choice';
import type { FromMatrix, MatrixChoice, MatrixState } from './messages';

/** The transfer matrix in an editor tab. */
export class MatrixPanel implements vscode.Disposable {
  private readonly panel: Panel<FromMatrix>;
  private readonly subscription: vscode.Disposable;
  private chosen: MatrixChoice = firstChoice('');
  private shown: Matrix | undefined;
  private asked = 0;

  constructor(private readonly client: PolicyClient, extension: vscode.Uri) {
    this.panel = new Panel(extension, 'matrix', 'Transfer matrix', message => this.receive(message));
    this.subscription = client.onDidSettle(() => { if (this.panel.isShown) { void this.update(); } });
  }

  show(): void {
    if (!this.panel.isShown) {
      const asOf = vscode.workspace.getConfiguration('policy').get('asOf', '');
      this.chosen = firstChoice(asOf === '' ? today(new Date()) : asOf);
    }

    this.panel.show();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async receive(message: FromMatrix): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.update();
      case 'choose':
        this.chosen = message.chosen;
        return this.update();
      case 'open': {
        // The page names a place by where it stands in the table, so that it can open nothing else.
        const place = this.shown?.cells[message.row]?.[message.column]?.clauses[message.clause];
        return place === undefined ? undefined : openPlace(place);
      }
    }
  }

  private async update(): Promise<void> {
    const number = ++this.asked;
    const problem = dayProblem(this.chosen.date);
    const state = problem === undefined ? await this.ask() : { ...noNames, chosen: this.chosen, problem };
    // The answer to an earlier choice may come after that to a later one.
    if (number === this.asked) {
      this.shown = state.matrix;
      await this.panel.post(state);
    }
  }

  private async ask(): Promise<MatrixState> {
    let names = noNames;
    try {
      names = await matrixNames(async kind => (await this.client.request('policy/vocabulary', { kind })).names);
      return { ...names, chosen: this.chosen, matrix: await this.client.request('policy/matrix', matrixQuestion(this.chosen)) };
    } catch (failure) {
      return { ...names, chosen: this.chosen, problem: failure instanceof Error ? failure.message : String(failure) };
    }
  }
}

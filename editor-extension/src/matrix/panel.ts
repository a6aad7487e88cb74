import * as vscode from 'vscode';
import type { PolicyClient } from '../client/policyClient';
import { openPlace } from '../client/places';
import { Panel } from '../pages/panel';
import type { Matrix, Name } from '../protocol';
import { dayProblem, today } from '../reading/days';
import type { FromMatrix, MatrixChoice, MatrixState } from './messages';
import { placesIn } from './model';

// What most transfer clauses speak of; of data that nobody names, none of them does.
const usualData = 'PersonalData';

/** The transfer matrix in an editor tab. */
export class MatrixPanel implements vscode.Disposable {
  private readonly panel: Panel<FromMatrix>;
  private readonly subscription: vscode.Disposable;
  private chosen: MatrixChoice = begin('');
  private shown: Matrix | undefined;

  constructor(private readonly client: PolicyClient, extension: vscode.Uri) {
    this.panel = new Panel(extension, 'matrix', 'Transfer matrix', message => this.receive(message));
    this.subscription = client.onDidSettle(() => { if (this.panel.isShown) { void this.update(); } });
  }

  show(): void {
    if (!this.panel.isShown) {
      const asOf = vscode.workspace.getConfiguration('policy').get('asOf', '');
      this.chosen = begin(asOf === '' ? today(new Date()) : asOf);
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
    const problem = dayProblem(this.chosen.date);
    const state = problem === undefined ? await this.ask() : { ...nothing, chosen: this.chosen, problem };
    this.shown = state.matrix;
    await this.panel.post(state);
  }

  private async ask(): Promise<MatrixState> {
    const { data, purpose, date, actor, recipient, organisation, places } = this.chosen;
    let names = nothing;
    try {
      const vocabulary = async (kind: string): Promise<Name[]> => (await this.client.request('policy/vocabulary', { kind })).names;
      const [kinds, purposes, roles, organisations, jurisdictions] = await Promise.all([
        vocabulary('data'), vocabulary('purpose'), vocabulary('role'), vocabulary('organisation'), vocabulary('jurisdiction')]);
      names = { data: kinds, purposes, roles, organisations, places: jurisdictions };
      const pinned = placesIn(places);
      const matrix = await this.client.request('policy/matrix', {
        date, days: true,
        ...(data === '' ? {} : { data }), ...(purpose === '' ? {} : { purpose }), ...(actor === '' ? {} : { actor: [actor] }), ...(recipient === '' ? {} : { recipient }),
        ...(organisation === '' ? {} : { organisation }), ...(pinned.length === 0 ? {} : { origins: pinned, destinations: pinned }),
      });
      return { ...names, chosen: this.chosen, matrix };
    } catch (failure) {
      return { ...names, chosen: this.chosen, problem: failure instanceof Error ? failure.message : String(failure) };
    }
  }
}

const nothing: Pick<MatrixState, 'data' | 'purposes' | 'roles' | 'organisations' | 'places'> = { data: [], purposes: [], roles: [], organisations: [], places: [] };

function begin(date: string): MatrixChoice {
  return { data: usualData, purpose: '', date, actor: '', recipient: '', organisation: '', places: '' };
}

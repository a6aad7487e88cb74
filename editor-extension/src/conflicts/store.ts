import * as vscode from 'vscode';
import type { ConflictList } from '../protocol';
import type { PolicyClient } from '../client/policyClient';
import { openStatuses } from './words';

/** The conflicts as the server last told them. */
export class ConflictStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private asked = 0;

  readonly onDidChange = this.changed.event;
  /** The conflicts that concern whoever the reader reads for. */
  list: ConflictList = { conflicts: [], groups: [] };
  /** How many concern only others. */
  hidden = 0;

  constructor(private readonly client: PolicyClient) {
    this.subscription = client.onDidSettle(() => void this.refresh());
  }

  /** How many wait for somebody. */
  get open(): number {
    return this.list.conflicts.filter(c => openStatuses.includes(c.status)).length;
  }

  async refresh(): Promise<void> {
    if (this.client.state !== 'ready') {
      this.set({ conflicts: [], groups: [] });
      return;
    }

    const number = ++this.asked;
    try {
      const list = await this.client.request('policy/conflicts', {});
      if (number === this.asked) {
        this.set(list);
      }
    } catch (problem) {
      this.client.channel.debug(String(problem)); // The text has moved on; the next change asks again.
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private set(list: ConflictList): void {
    const concerning = list.conflicts.filter(c => c.concerns);
    this.hidden = list.conflicts.length - concerning.length;
    this.list = { ...list, conflicts: concerning };
    this.changed.fire();
  }
}

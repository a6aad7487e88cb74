import * as vscode from 'vscode';
import type { Conflict } from '../protocol';
import type { PolicyClient } from '../client/policyClient';
import { openStatuses } from './words';

/** The conflicts as the server last told them. */
export class ConflictStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private asked = 0;

  readonly onDidChange = this.changed.event;
  all: readonly Conflict[] = [];

  constructor(private readonly client: PolicyClient) {
    this.subscription = client.onDidSettle(() => void this.refresh());
  }

  /** How many wait for somebody. */
  get open(): number {
    return this.all.filter(c => openStatuses.includes(c.status)).length;
  }

  async refresh(): Promise<void> {
    if (this.client.state !== 'ready') {
      this.set([]);
      return;
    }

    const number = ++this.asked;
    try {
      const { conflicts } = await this.client.request('policy/conflicts', {});
      if (number === this.asked) {
        this.set(conflicts);
      }
    } catch (problem) {
      this.client.channel.debug(String(problem)); // The text has moved on; the next change asks again.
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private set(conflicts: readonly Conflict[]): void {
    this.all = conflicts;
    this.changed.fire();
  }
}

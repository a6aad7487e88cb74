import * as vscode from 'vscode';
import type { CommandRunner } from './policyClient';

/** The data by which the server knows a lens. */
interface LensData { uri: string; kind: number; subject: string }

/**
 * Gives each lens a command of its own without arguments. Those with arguments are forgotten by the editor when the lenses are asked for
 * anew, and a click on a lens that is still shown then says "Actual command not found". A click now does what the lens last said.
 */
export class LensCommands implements vscode.Disposable {
  private readonly latest = new Map<string, () => Promise<unknown>>();
  private readonly registered: vscode.Disposable[] = [];

  constructor(private readonly commands: Record<string, CommandRunner>) {}

  keep(lens: vscode.CodeLens | null | undefined): vscode.CodeLens | null | undefined {
    const data = (lens as { data?: LensData } | null | undefined)?.data;
    const run = this.commands[lens?.command?.command ?? ''];
    if (lens?.command === undefined || data === undefined || run === undefined) {
      return lens;
    }

    const id = `policy.lens ${data.kind} ${data.subject} ${data.uri}`;
    if (!this.latest.has(id)) {
      this.registered.push(vscode.commands.registerCommand(id, () => this.latest.get(id)?.()));
    }

    const args = (lens.command.arguments ?? []).map(String);
    this.latest.set(id, () => run(args));
    lens.command = { command: id, title: lens.command.title };
    return lens;
  }

  dispose(): void {
    vscode.Disposable.from(...this.registered).dispose();
  }
}

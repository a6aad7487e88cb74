import * as vscode from 'vscode';
import type { PolicyClient } from '../client/policyClient';
import { Panel } from '../pages/panel';
import type { Platform } from '../platform';
import type { NewProject, Starters } from '../protocol';
import { today } from '../reading/days';
import type { FromStart, StartState } from './wizardMessages';
import { missingAt, noChoices, steps, type ProjectChoices } from './wizardModel';

const made = 'project.made';

/** Makes a project from a few choices, in an editor tab. */
export class StartWizard {
  private readonly panel: Panel<FromStart>;
  private choices: ProjectChoices = noChoices;
  private step = 0;
  private starters: Starters | undefined;
  /** Whose law was suggested last; for other seats it is suggested anew. */
  private suggestedFor: string | undefined;

  /** @param ask opens Ask */
  constructor(private readonly context: vscode.ExtensionContext, private readonly client: PolicyClient, private readonly platform: Platform, private readonly ask: () => void) {
    this.panel = new Panel(context.extensionUri, 'start', 'Start a project', message => this.receive(message));
  }

  show(): void {
    if (!this.panel.isShown) {
      this.choices = noChoices;
      this.step = 0;
      this.suggestedFor = undefined;
    }

    this.panel.show();
  }

  /** In the window that a new project was opened in: shows its policy, and Ask beside it. */
  async greet(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const greeting = this.context.globalState.get<{ folder: string; first: string }>(made);
    if (folder !== undefined && greeting?.folder === folder.toString()) {
      await this.context.globalState.update(made, undefined);
      await this.open(folder, greeting.first);
    }
  }

  private async receive(message: FromStart): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.update();
      case 'set':
        this.choices = { ...this.choices, ...message.choices };
        return this.update();
      case 'step':
        return this.go(message.step);
      case 'make':
        return this.make();
    }
  }

  /** Goes back at will, and on only where nothing is missing. */
  private async go(step: number): Promise<void> {
    const problem = step > this.step ? missingAt(this.step, this.choices) : undefined;
    this.step = problem === undefined ? Math.max(0, Math.min(steps.length - 1, step)) : this.step;
    await this.update(problem);
  }

  private async update(problem?: string): Promise<void> {
    const state: StartState = { step: this.step, choices: this.choices };
    try {
      const starters = await this.read();
      await this.panel.post({ ...state, choices: this.choices, starters, ...(problem === undefined ? {} : { problem }) });
    } catch (failure) {
      await this.panel.post({ ...state, problem: failure instanceof Error ? failure.message : String(failure) });
    }
  }

  private async read(): Promise<Starters> {
    const seats = this.choices.under.join(' ');
    const isLaw = this.step === steps.length - 1;
    if (this.starters === undefined || (isLaw && this.suggestedFor !== seats)) {
      this.starters = await this.client.request('policy/starters', { under: this.choices.under });
    }

    if (isLaw && this.suggestedFor !== seats) {
      this.suggestedFor = seats;
      this.choices = { ...this.choices, uses: this.starters.instruments.filter(i => i.suggested).map(i => i.name) };
    }

    return this.starters;
  }

  private async make(): Promise<void> {
    const problem = steps.map((_, n) => missingAt(n, this.choices)).find(missing => missing !== undefined);
    if (problem !== undefined) {
      return this.update(problem);
    }

    const project = await this.client.request('policy/newProject', { ...this.choices, from: `${today(new Date()).slice(0, 4)}-01-01` });
    const folder = await this.platform.placeFor(project.name.toLowerCase());
    if (folder === undefined) {
      return;
    }

    await write(folder, project);
    this.panel.close();
    if (vscode.workspace.workspaceFolders?.some(f => f.uri.toString() === folder.toString()) === true) {
      await this.open(folder, project.first);
    } else {
      await this.context.globalState.update(made, { folder: folder.toString(), first: project.first });
      await vscode.commands.executeCommand('vscode.openFolder', folder, { forceReuseWindow: vscode.workspace.workspaceFolders === undefined });
    }
  }

  private async open(folder: vscode.Uri, first: string): Promise<void> {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first), { preview: false });
    await vscode.commands.executeCommand('workbench.action.newGroupRight').then(undefined, () => undefined);
    this.ask();
  }
}

/** Writes the files, or none where one of them is there. */
async function write(folder: vscode.Uri, { files }: NewProject): Promise<void> {
  for (const { path } of files) {
    const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, path)).then(() => true, () => false);
    if (isThere) {
      throw new Error(`${path} is there already in ${folder.path}; nothing was written. Choose a folder that is empty.`);
    }
  }

  for (const { path, text } of files) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
}

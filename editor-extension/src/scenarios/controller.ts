import * as vscode from 'vscode';
import type { ScenarioResult } from '../protocol';
import type { PolicyClient } from '../client/policyClient';
import { toRange } from '../client/places';
import type { TextPages } from '../pages/textPages';
import { byFile, explanationPage } from './model';

/** Scenarios and checks in VS Code's Testing view. */
export class ScenarioTests implements vscode.Disposable {
  private readonly tests = vscode.tests.createTestController('policy.scenarios', 'Policy scenarios and checks');
  private readonly subscription: vscode.Disposable;

  constructor(private readonly client: PolicyClient, private readonly pages: TextPages) {
    this.tests.createRunProfile('Run', vscode.TestRunProfileKind.Run, (request, cancel) => this.run(request, cancel, false), true);
    // "Debug" has no program to step through here: it shows how the answer came about.
    this.tests.createRunProfile('Run and explain', vscode.TestRunProfileKind.Debug, (request, cancel) => this.run(request, cancel, true), true);
    this.tests.refreshHandler = () => this.list();
    this.subscription = client.onDidSettle(() => void this.list());
  }

  /** Runs one scenario or check, as its code lens asks. */
  async runOne(id: string): Promise<void> {
    await this.list();
    const item = this.find(id);
    if (item === undefined) {
      await vscode.window.showInformationMessage('This scenario is gone.');
      return;
    }

    const cancel = new vscode.CancellationTokenSource();
    await this.run(new vscode.TestRunRequest([item]), cancel.token, false);
    cancel.dispose();
    await vscode.commands.executeCommand('vscode.revealTestInExplorer', item);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.tests).dispose();
  }

  private async list(): Promise<void> {
    if (this.client.state !== 'ready') {
      return;
    }

    try {
      const { items } = await this.client.request('policy/scenarios', {});
      this.tests.items.replace(byFile(items).map(file => {
        const node = this.tests.createTestItem(file.uri, file.label, vscode.Uri.parse(file.uri, true));
        node.children.replace(file.items.map(item => {
          const test = this.tests.createTestItem(item.id, item.name, node.uri);
          test.description = item.kind === 'check' ? 'check' : '';
          test.range = toRange(item.range);
          return test;
        }));
        return node;
      }));
    } catch (problem) {
      this.client.channel.debug(String(problem)); // The text has moved on; the next change asks again.
    }
  }

  private async run(request: vscode.TestRunRequest, cancel: vscode.CancellationToken, explain: boolean): Promise<void> {
    const run = this.tests.createTestRun(request);
    const tests = this.wanted(request);
    tests.forEach(test => run.started(test));
    try {
      const { results } = await this.client.request('policy/runScenarios', { ids: tests.map(test => test.id) });
      const byId = new Map(results.map(result => [result.id, result]));
      for (const test of cancel.isCancellationRequested ? [] : tests) {
        this.report(run, test, byId.get(test.id));
      }

      if (explain) {
        await this.pages.showText('Explanation', explanationPage(tests.map(t => ({ name: t.label, result: byId.get(t.id) }))));
      }
    } catch (problem) {
      tests.forEach(test => run.errored(test, new vscode.TestMessage(String(problem))));
    } finally {
      run.end();
    }
  }

  private report(run: vscode.TestRun, test: vscode.TestItem, result: ScenarioResult | undefined): void {
    if (result === undefined) {
      run.errored(test, new vscode.TestMessage('This scenario is gone.'));
      return;
    }

    run.appendOutput(`${result.passed ? 'as expected' : 'NOT as expected'}: ${test.label}\r\n${result.explanation.replace(/\r?\n/g, '\r\n')}\r\n\r\n`, undefined, test);
    if (result.passed) {
      run.passed(test);
      return;
    }

    const message = vscode.TestMessage.diff(result.message, result.expected, result.actual);
    if (test.uri !== undefined && test.range !== undefined) {
      message.location = new vscode.Location(test.uri, test.range);
    }

    run.failed(test, message);
  }

  private wanted(request: vscode.TestRunRequest): vscode.TestItem[] {
    const without = new Set(request.exclude ?? []);
    const leaves = (item: vscode.TestItem): vscode.TestItem[] =>
      without.has(item) ? [] : item.children.size === 0 ? [item] : [...item.children].flatMap(([, child]) => leaves(child));
    const tops = request.include ?? [...this.tests.items].map(([, item]) => item);
    return tops.flatMap(leaves);
  }

  private find(id: string): vscode.TestItem | undefined {
    return [...this.tests.items].map(([, file]) => file.children.get(id)).find(item => item !== undefined);
  }
}

import * as vscode from 'vscode';
import { currentDocument } from '../client/documents';
import { openPlace } from '../client/places';
import type { PolicyClient } from '../client/policyClient';
import type { Report } from '../protocol';
import { fileName } from './names';

/** What the page says: a clause of it is to be opened. */
interface FromReport { type: 'open'; clause: string }

/** The report on the project in an editor tab: the page that `policyc report` writes, byte for byte, with its own security policy. */
export class ReportPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private report: Report | undefined;
  private of: vscode.Uri | undefined;

  constructor(private readonly client: PolicyClient, private readonly extension: vscode.Uri) {}

  /** Has the report made of the texts as they are now, and shows it. */
  async show(): Promise<void> {
    const uri = currentDocument()?.uri ?? this.of;
    const asOf = vscode.workspace.getConfiguration('policy').get('asOf', '');
    const report = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Making the report', cancellable: true },
      (_, cancelled) => this.client.request('policy/report', { ...(uri === undefined ? {} : { uri: uri.toString() }), ...(asOf === '' ? {} : { asOf }) }, cancelled)
        .catch(failure => { if (!cancelled.isCancellationRequested) { throw failure; } }));
    if (report === undefined) {
      return;
    }

    [this.report, this.of] = [report, uri];
    this.panel ??= this.open();
    this.panel.title = report.title;
    this.panel.webview.html = report.html;
    this.panel.reveal();
  }

  /** Writes the report that is shown to a file of the user's choice. */
  async save(): Promise<void> {
    const { report } = this;
    if (report === undefined) {
      throw new Error('There is no report yet: open one first.');
    }

    const folder = this.of === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.workspace.getWorkspaceFolder(this.of)?.uri;
    const name = fileName(report.title);
    const file = await vscode.window.showSaveDialog({
      title: 'Save the report', filters: { 'Web page': ['html'] }, ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
    if (file !== undefined) {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(report.html));
      await vscode.window.showInformationMessage(`The report is in ${vscode.workspace.asRelativePath(file)}: one file, which any browser opens.`);
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('policy.report', 'Report', vscode.ViewColumn.Active, {
      enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true, localResourceRoots: [],
    });
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage(({ clause }: FromReport) => {
      // A page can open clauses of its report, and nothing else.
      const place = this.report?.clauses.find(c => c.clause === clause);
      return place === undefined ? undefined : openPlace(place).catch(problem => vscode.window.showErrorMessage(String(problem)));
    });
    panel.onDidDispose(() => { this.panel = undefined; });
    return panel;
  }
}

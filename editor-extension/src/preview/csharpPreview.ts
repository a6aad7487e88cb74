import * as vscode from 'vscode';
import { currentDocument } from '../client/documents';
import type { PolicyClient } from '../client/policyClient';

const scheme = 'policy-csharp';

/** The C# that a policy file becomes, shown beside it and kept up to date. */
export class CSharpPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor(private readonly client: PolicyClient) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      client.onDidSettle(() => vscode.workspace.textDocuments.filter(d => d.uri.scheme === scheme).forEach(d => this.changed.fire(d.uri))),
    );
  }

  /** The generated file whose name the address ends with, of the policy file in its query. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    try {
      const { files } = await this.client.request('policy/preview', { uri: uri.query });
      return files.find(file => `/${file.name}` === uri.path)?.text ?? '// The framework is gone from the policy file.\n';
    } catch (problem) {
      return `// ${String(problem).replace(/\r?\n/g, ' ')}\n`;
    }
  }

  /** Shows the models of a policy file; of several frameworks the user chooses one. */
  async show(source = currentDocument()?.uri): Promise<void> {
    if (source === undefined) {
      await vscode.window.showInformationMessage('Open a policy file first: the C# that it becomes is shown beside it.');
      return;
    }

    const { files } = await this.client.request('policy/preview', { uri: source.toString() });
    const name = files.length > 1 ? await vscode.window.showQuickPick(files.map(f => f.name), { title: 'Which framework to preview' }) : files[0]?.name;
    if (name !== undefined) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: source.toString() });
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
    } else if (files.length === 0) {
      await vscode.window.showInformationMessage('This file declares no framework, so no C# is made of it.');
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }
}

import { basename } from 'node:path';
import * as vscode from 'vscode';
import { currentDocument, isPolicyDocument } from '../client/documents';
import { filesIn, projectFolder } from './folder';
import { filesOf, revisions, type FileText } from './git';
import { all, nameProblem, save } from './snapshots';
import type { Version } from './version';

type Source = vscode.QuickPickItem & { read: () => Promise<Version | undefined> };

/** Lets the user choose what the files are compared with. */
export class VersionPicker {
  constructor(private readonly storage: vscode.Uri | undefined) {}

  async pick(): Promise<Version | undefined> {
    const folder = this.folder();
    if (folder === undefined) {
      await vscode.window.showInformationMessage('Open a folder with policy files first.');
      return undefined;
    }

    const sources: Source[] = [
      { label: '$(git-commit) The last commit', description: 'HEAD', read: () => this.revision(folder, 'HEAD', 'the last commit') },
      { label: '$(git-branch) Another revision…', description: 'a branch, a tag, a commit', read: () => this.pickRevision(folder) },
      { label: '$(folder) Another folder…', description: 'another draft on this machine', read: () => this.pickFolder(folder) },
      ...(await this.snapshots()).map(kept => ({
        label: `$(history) ${kept.name}`, description: `snapshot of ${kept.taken.slice(0, 16).replace('T', ' ')}`, read: async () => version(`the snapshot '${kept.name}'`, folder, kept.files),
      })),
    ];
    return (await vscode.window.showQuickPick(sources, { title: 'Compare the meaning with', matchOnDescription: true }))?.read();
  }

  lastCommit(): Promise<Version | undefined> {
    const folder = this.folder();
    return folder === undefined ? this.pick() : this.revision(folder, 'HEAD', 'the last commit');
  }

  /** Keeps the files as they are in the editor now. */
  async saveSnapshot(): Promise<void> {
    const folder = this.folder();
    if (folder === undefined || this.storage === undefined) {
      await vscode.window.showInformationMessage('Open a folder with policy files first.');
      return;
    }

    const name = await vscode.window.showInputBox({ title: 'Keep a snapshot', prompt: 'A name to find it again, to compare with it later.', validateInput: text => nameProblem(text.trim()) });
    if (name === undefined) {
      return;
    }

    const open = new Map(vscode.workspace.textDocuments.filter(isPolicyDocument).map(d => [d.uri.fsPath, d.getText()]));
    const files = (await filesIn(folder)).map(file => ({ ...file, text: open.get(vscode.Uri.joinPath(vscode.Uri.file(folder), file.path).fsPath) ?? file.text }));
    await save(this.storage.fsPath, { name: name.trim(), taken: new Date().toISOString(), files });
    await vscode.window.showInformationMessage(`Kept '${name.trim()}'. "Compare Meaning with Another Version…" lists it.`);
  }

  private async snapshots(): Promise<Awaited<ReturnType<typeof all>>> {
    return this.storage === undefined ? [] : all(this.storage.fsPath);
  }

  private folder(): string | undefined {
    const document = currentDocument();
    const folder = document === undefined ? undefined : vscode.workspace.getWorkspaceFolder(document.uri);
    const root = (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri;
    return root?.scheme === 'file' || root?.scheme === 'vscode-remote' ? projectFolder(root.fsPath) : undefined;
  }

  private async revision(folder: string, name: string, label: string): Promise<Version | undefined> {
    if (!vscode.workspace.isTrusted) {
      await vscode.window.showInformationMessage('Trust this folder first: the comparison runs git in it.');
      return undefined;
    }

    const files = await filesOf(folder, name);
    if ('problem' in files) {
      await vscode.window.showInformationMessage(files.problem);
      return undefined;
    }

    return version(label, folder, files.value);
  }

  private async pickRevision(folder: string): Promise<Version | undefined> {
    if (!vscode.workspace.isTrusted) {
      return this.revision(folder, 'HEAD', '');
    }

    const known = await revisions(folder);
    if ('problem' in known) {
      await vscode.window.showInformationMessage(known.problem);
      return undefined;
    }

    const chosen = await vscode.window.showQuickPick(known.value.map(r => ({ label: r.name, description: r.about })), { title: 'Compare the meaning with a revision', matchOnDescription: true });
    return chosen === undefined ? undefined : this.revision(folder, chosen.label, chosen.label);
  }

  private async pickFolder(folder: string): Promise<Version | undefined> {
    const [other] = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title: 'Compare the meaning with the files of' }) ?? [];
    return other === undefined ? undefined : version(`the folder ${basename(other.fsPath)}`, folder, await filesIn(other.fsPath));
  }
}

function version(label: string, folder: string, files: readonly FileText[]): Version {
  const root = vscode.Uri.file(folder);
  return { label, uri: currentDocument()?.uri.toString() ?? vscode.Uri.joinPath(root, files[0]?.path ?? '').toString(), files: files.map(f => ({ uri: vscode.Uri.joinPath(root, f.path).toString(), text: f.text })) };
}

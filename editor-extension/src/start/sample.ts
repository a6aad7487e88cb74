import * as vscode from 'vscode';
import { free, pickFolder } from './folders';

const opened = 'sample.opened';
const folderName = 'policylang-sample';
/** How the clause begins that the sample's first conflict is reported at. */
const conflicting = 'sovereignty S2713';

/** Copies the sample into a folder of the user's and opens it. */
export async function openSample(context: vscode.ExtensionContext, into?: vscode.Uri): Promise<void> {
  const parent = into ?? await pickFolder('Where to copy the sample to', 'Copy the Sample Here');
  if (parent === undefined) {
    return;
  }

  const target = await free(parent, folderName);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample'), target);
  await context.globalState.update(opened, target.toString());
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceReuseWindow: vscode.workspace.workspaceFolders === undefined });
}

/** In the window that the sample was opened in: shows its first conflict. */
export async function greetSample(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined || context.globalState.get(opened) !== folder.toString()) {
    return;
  }

  await context.globalState.update(opened, undefined);
  const laws = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'laws.policy'));
  const clause = laws.positionAt(Math.max(0, laws.getText().indexOf(conflicting)));
  await vscode.window.showTextDocument(laws, { preview: false, selection: new vscode.Range(clause, clause) });
  await vscode.commands.executeCommand('policy.conflicts.focus');
}

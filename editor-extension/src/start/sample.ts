import * as os from 'node:os';
import * as vscode from 'vscode';

const opened = 'sample.opened';
const folderName = 'policylang-sample';
/** How the clause begins that the sample's first conflict is reported at. */
const conflicting = 'sovereignty S2713';

/** Copies the sample into a folder of the user's and opens it. */
export async function openSample(context: vscode.ExtensionContext, into?: vscode.Uri): Promise<void> {
  const parent = into ?? await pickFolder();
  if (parent === undefined) {
    return;
  }

  const target = await free(parent);
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

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const home = vscode.Uri.file(os.homedir());
  const choose = { label: '$(folder-opened) Choose a folder…', uri: undefined };
  const picked = await vscode.window.showQuickPick([
    { label: '$(home) My home folder', description: home.fsPath, uri: home },
    choose,
  ], { title: 'Where to copy the sample to' });
  if (picked !== choose) {
    return picked?.uri;
  }

  return (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, defaultUri: home, openLabel: 'Copy the Sample Here' }))?.[0];
}

// A sample that somebody has already written into is left alone.
async function free(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const uri = vscode.Uri.joinPath(parent, n === 1 ? folderName : `${folderName}-${n}`);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

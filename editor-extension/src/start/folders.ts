// Where somebody puts files on a machine.
import * as os from 'node:os';
import * as vscode from 'vscode';

/** A folder that the user chooses: the home folder, or another one. */
export async function pickFolder(title: string, openLabel: string, others: readonly { label: string; description?: string; uri: vscode.Uri }[] = []): Promise<vscode.Uri | undefined> {
  const home = vscode.Uri.file(os.homedir());
  const choose = { label: '$(folder-opened) Choose a folder…', uri: undefined };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { uri: vscode.Uri | undefined }>([
    ...others,
    { label: '$(home) My home folder', description: home.fsPath, uri: home },
    choose,
  ], { title });
  if (picked !== choose) {
    return picked?.uri;
  }

  return (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, defaultUri: home, openLabel }))?.[0];
}

/** A folder of this name, or with a number, that is not there yet: what somebody has written into is left alone. */
export async function free(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const uri = vscode.Uri.joinPath(parent, n === 1 ? name : `${name}-${n}`);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

/** Where a new project is to stand: the open folder itself, or a new folder in another one. */
export async function placeFor(name: string): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.workspaceFolders?.[0];
  const here = open === undefined ? [] : [{ label: '$(folder) The folder that is open', description: open.uri.fsPath, uri: open.uri }];
  const parent = await pickFolder(`Where to make ${name}`, 'Make the Project Here', here);
  return parent === undefined || parent === open?.uri ? parent : free(parent, name);
}

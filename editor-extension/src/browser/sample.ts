import * as vscode from 'vscode';

/** Puts the sample into the open folder and shows its conflict. A window of the browser has no folder of its own to make one in. */
export async function putSample(context: vscode.ExtensionContext, into = vscode.workspace.workspaceFolders?.[0]?.uri): Promise<void> {
  if (into === undefined) {
    await vscode.window.showInformationMessage('Open a folder first: the sample is put into it, as "policylang-sample".');
    return;
  }

  const target = vscode.Uri.joinPath(into, 'policylang-sample');
  const from = vscode.Uri.joinPath(context.extensionUri, 'sample');
  for (const name of ['laws.policy', 'scenarios.policy']) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, name), await vscode.workspace.fs.readFile(vscode.Uri.joinPath(from, name)));
  }

  await vscode.window.showTextDocument(vscode.Uri.joinPath(target, 'laws.policy'), { preview: false });
  await vscode.commands.executeCommand('policy.conflicts.focus');
}

/** Where a new project stands in a browser: in a folder of its name in the one that is open. */
export async function placeInFolder(name: string): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (open === undefined) {
    await vscode.window.showInformationMessage('Open a folder first: the project is put into it.');
  }

  return open && vscode.Uri.joinPath(open, name);
}

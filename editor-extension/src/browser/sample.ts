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

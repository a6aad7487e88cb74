import * as vscode from 'vscode';
import { neededRuntime, type ServerChoice } from './serverChoice';

/** Tells why no server can be started, and what to do about it. */
export async function explainMissing(choice: Exclude<ServerChoice, { kind: 'run' }>, help: vscode.Uri): Promise<void> {
  if (choice.kind !== 'needsDotnet') {
    const settings = 'Open Settings';
    const picked = await vscode.window.showErrorMessage(choice.kind === 'wrongPath'
      ? `There is no PolicyLang server at ${choice.path}. Correct the setting "policy.server.path", or empty it to use the server that the extension brings along.`
      : 'This package of the extension brings no server for this machine. Write the path of policyc into the setting "policy.server.path".', settings);
    if (picked === settings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'policy.server.path');
    }

    return;
  }

  const how = 'What to Install';
  const again = 'Try Again';
  const picked = await vscode.window.showErrorMessage(`PolicyLang needs the .NET ${neededRuntime} runtime on this machine, and did not find it. Files are coloured, but nothing is checked.`, how, again);
  if (picked === how) {
    await vscode.commands.executeCommand('markdown.showPreview', help);
  } else if (picked === again) {
    await vscode.commands.executeCommand('policy.restartServer');
  }
}

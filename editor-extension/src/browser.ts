// The extension in VS Code for the web: the server runs in a worker, and files are wherever the window has them from.
import * as vscode from 'vscode';
import { WebServer } from './browser/server';
import { begin, end, type Exported } from './extension';
import { placeInFolder, putSample } from './browser/sample';

const notHere = 'is not there in VS Code for the web, which has neither git nor a disk. Open the folder in VS Code on a machine for that.';

export function activate(context: vscode.ExtensionContext): Exported {
  const server = new WebServer(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web'));
  context.subscriptions.push(server);
  return begin(context, {
    connect: (options, channel) => server.connect(options, channel),
    get schemes() { return openSchemes(); },
    versions: {
      pick: () => refuse(`The comparison with another version ${notHere}`),
      lastCommit: () => refuse(`The comparison with the last commit ${notHere}`),
      saveSnapshot: () => refuse(`A snapshot to compare with ${notHere}`),
    },
    openSample: into => putSample(context, into),
    placeFor: placeInFolder,
  });
}

export const deactivate = end;

/** Where the files of the window are; a file that is opened alone may be elsewhere. */
function openSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders?.map(folder => folder.uri.scheme) ?? [];
  return [...new Set(['untitled', ...folders, ...vscode.workspace.textDocuments.filter(d => d.languageId === 'policy').map(d => d.uri.scheme)])];
}

function refuse(message: string): Promise<never> {
  return Promise.reject(new Error(message));
}

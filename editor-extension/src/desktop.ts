// The extension where VS Code runs on a machine: the server is a program beside it, and files are on a disk.
import * as vscode from 'vscode';
import { connectProgram } from './client/program';
import { begin, end, type Exported } from './extension';
import { placeFor } from './start/folders';
import { greetSample, openSample } from './start/sample';
import { VersionPicker } from './versions/picker';

export async function activate(context: vscode.ExtensionContext): Promise<Exported> {
  const exported = begin(context, {
    connect: (options, channel) => connectProgram(context, options, channel),
    schemes: ['file', 'untitled'],
    versions: new VersionPicker(context.storageUri && vscode.Uri.joinPath(context.storageUri, 'snapshots')),
    openSample: into => openSample(context, into),
    placeFor,
  });
  await greetSample(context);
  return exported;
}

export const deactivate = end;

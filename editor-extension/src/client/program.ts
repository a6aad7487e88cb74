import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import { thisMachine } from './machine';
import { explainMissing } from './missingServer';
import { chooseServer } from './serverChoice';
import { pipe } from './serverLog';

/** A client of a server that is a program; nothing where there is none, which the user has then been told. */
export async function connectProgram(extension: vscode.ExtensionContext, options: LanguageClientOptions, channel: vscode.LogOutputChannel): Promise<LanguageClient | undefined> {
  const own = vscode.workspace.getConfiguration('policy').get('server.path', '').trim();
  const choice = chooseServer(own, extension.asAbsolutePath('server'), await thisMachine());
  if (choice.kind !== 'run') {
    void explainMissing(choice, vscode.Uri.file(extension.asAbsolutePath('media/dotnet.md')));
    return undefined;
  }

  channel.info(`Starting ${choice.command} ${choice.args.join(' ')}`);
  const server = { command: choice.command, args: choice.args };
  return new LanguageClient('policy', 'PolicyLang', { run: server, debug: server }, { ...options, stdioOptions: { stdout: pipe, stderr: pipe } });
}

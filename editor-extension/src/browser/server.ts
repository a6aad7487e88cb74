import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient/browser';
import { shipped } from '../client/places';
import { filesBelow, isWanted, textOf } from './files';

/** What the worker says beside the protocol. */
interface Report { jsonrpc?: string; ready?: true; failed?: string }

/** The language server in a web worker; src/PolicyLang.WebServer says how to speak with it. */
export class WebServer implements vscode.Disposable {
  private worker: Worker | undefined;
  private readonly subscription: vscode.Disposable;

  /** @param folder where the server is, with its vocabulary and law */
  constructor(private readonly folder: vscode.Uri) {
    shipped.folder = `${folder.toString(true)}/`;
    this.subscription = vscode.workspace.registerTextDocumentContentProvider(shipped.scheme, {
      provideTextDocumentContent: async uri => await textOf(vscode.Uri.joinPath(folder, uri.path)) ?? '',
    });
  }

  async connect(options: LanguageClientOptions, channel: vscode.LogOutputChannel): Promise<LanguageClient | undefined> {
    if (!await exists(vscode.Uri.joinPath(this.folder, 'policylang-worker.js'))) {
      void vscode.window.showErrorMessage('This package of the extension has no language server for a browser. Files are coloured, but nothing is checked. Install the package for the web.');
      return undefined;
    }

    return new LanguageClient('policy', 'PolicyLang', () => this.open(channel), {
      ...options,
      uriConverters: { code2Protocol: uri => (uri.scheme === shipped.scheme ? `${shipped.folder}${uri.path.slice(1)}` : uri.toString()), protocol2Code: address => shipped.uri(address) },
      middleware: {
        ...options.middleware,
        workspace: {
          // The server has no disk: it is given the text before it hears that there is a new one.
          didChangeWatchedFile: async (event, next) => {
            const uri = vscode.Uri.parse(event.uri, true);
            if (isWanted(uri)) {
              this.worker?.postMessage({ files: { [uri.toString()]: await textOf(uri) } });
            }

            await next(event);
          },
        },
      },
    });
  }

  dispose(): void {
    this.worker?.terminate();
    this.subscription.dispose();
  }

  /** Starts a worker and gives it the files of the window. */
  private async open(channel: vscode.LogOutputChannel): Promise<MessageTransports> {
    this.worker?.terminate();
    channel.info(`Starting ${shipped.folder}policylang-worker.js`);
    const worker = new Worker(`${shipped.folder}policylang-worker.js`);
    this.worker = worker;
    worker.postMessage({ base: shipped.folder });
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      worker.postMessage({ files: await filesBelow(uri, message => void vscode.window.showWarningMessage(message)) });
    }

    // What is no message of the protocol stays on this side of a channel.
    const { port1: inside, port2: outside } = new MessageChannel();
    inside.onmessage = ({ data }) => worker.postMessage(data);
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.jsonrpc !== undefined) {
        inside.postMessage(data);
      } else if (data.failed !== undefined) {
        channel.error(data.failed);
        void vscode.window.showErrorMessage(`The PolicyLang language server stopped: ${data.failed}`);
      }
    };
    worker.onerror = event => channel.error(event.message);
    return { reader: new BrowserMessageReader(outside), writer: new BrowserMessageWriter(outside) };
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await textOf(uri) !== null;
}

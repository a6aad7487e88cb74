import * as vscode from 'vscode';
import { RevealOutputChannelOn, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { Platform } from '../platform';
import type { Requests } from '../protocol';
import { isPolicy, isPolicyDocument, selectorOf } from './documents';
import { startAgain } from './errorHandler';
import { askingForReason } from '../conflicts/codeActions';
import { LensCommands } from './lensCommands';
import { TraceChannel } from './traceChannel';

/** Whether there is somebody to ask. */
export type ServerState = 'idle' | 'starting' | 'ready' | 'stopped';

/** A command that the server offers, carried out in the editor. */
export type CommandRunner = (args: string[]) => Promise<unknown>;

const settleTime = 400;

/** The language server's life, and the requests that views make. */
export class PolicyClient implements vscode.Disposable {
  readonly channel = vscode.window.createOutputChannel('PolicyLang', { log: true });
  private readonly traces = new TraceChannel(this.channel);
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly settled = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly lenses: LensCommands;
  private client: BaseLanguageClient | undefined;
  private starting: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: ServerState = 'idle';

  readonly onDidChangeState = this.stateChanged.event;
  /** Raised a moment after something changed on which answers depend. */
  readonly onDidSettle = this.settled.event;

  /** @param commands what the server's commands do here, by their names */
  constructor(private readonly platform: Platform, private readonly commands: Record<string, CommandRunner>) {
    this.lenses = new LensCommands(commands);
    this.subscriptions.push(
      this.lenses,
      vscode.workspace.onDidChangeTextDocument(e => { if (isPolicyDocument(e.document)) { this.stir(); } }),
      vscode.languages.onDidChangeDiagnostics(e => { if (e.uris.some(isPolicy)) { this.stir(); } }),
      vscode.workspace.onDidChangeConfiguration(e => { if (e.affectsConfiguration('policy')) { this.stir(); } }),
    );
  }

  get state(): ServerState { return this.current; }

  /** Starts the server unless it runs; what fails is told to the user. */
  start(): Promise<void> {
    return this.starting ??= this.launch();
  }

  /** Starts the server anew, with the settings of now. */
  async restart(): Promise<void> {
    await this.starting?.catch(() => undefined);
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.starting = undefined;
    // A server that hangs must not keep the editor from going on.
    await client?.dispose(2000).catch((problem: unknown) => this.channel.warn(String(problem)));
    this.become('stopped');
  }

  async request<M extends keyof Requests>(method: M, params: Requests[M][0], cancelled?: vscode.CancellationToken): Promise<Requests[M][1]> {
    await this.start();
    if (this.client === undefined) {
      throw new Error('The PolicyLang language server is not running.');
    }

    // A token that is missing would be sent as a second parameter.
    return this.client.sendRequest<Requests[M][1]>(method, params, ...(cancelled === undefined ? [] : [cancelled]));
  }

  /** An edit of the protocol as one of the editor. */
  async edit(edit: object): Promise<vscode.WorkspaceEdit> {
    return await this.client?.protocol2CodeConverter.asWorkspaceEdit(edit) ?? new vscode.WorkspaceEdit();
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.stateChanged, this.settled).dispose();
  }

  private async launch(): Promise<void> {
    this.client = await this.platform.connect(this.options(), this.channel);
    if (this.client === undefined) {
      this.become('stopped');
      return;
    }

    this.watch(this.client);
    try {
      await this.client.start();
    } catch (problem) {
      this.channel.error(String(problem));
      this.become('stopped');
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: selectorOf(this.platform.schemes),
      outputChannel: this.channel,
      traceOutputChannel: this.traces,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // Cards may link to this one command, and to nothing else that runs.
      initializationOptions: { commandLinks: true },
      markdown: { isTrusted: { enabledCommands: ['policy.showConflictsOf'] } },
      errorHandler: startAgain(line => this.channel.warn(line)),
      middleware: {
        executeCommand: async (command, args, next) => await (this.commands[command]?.(args.map(String)) ?? next(command, args)),
        resolveCodeLens: async (lens, token, next) => this.lenses.keep(await next(lens, token)),
        provideCodeActions: async (document, range, context, token, next) => (await next(document, range, context, token))?.map(askingForReason),
      },
    };
  }

  private watch(client: BaseLanguageClient): void {
    client.onDidChangeState(change => {
      if (client === this.client) {
        this.become(change.newState === State.Running ? 'ready' : change.newState === State.Starting ? 'starting' : 'stopped');
      }
    });
  }

  private become(state: ServerState): void {
    if (this.current !== state) {
      this.current = state;
      void vscode.commands.executeCommand('setContext', 'policy.server', state);
      this.stateChanged.fire(state);
      this.stir();
    }
  }

  private stir(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settled.fire(), settleTime);
  }
}

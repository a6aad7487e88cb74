import * as vscode from 'vscode';

/**
 * The channel for what editor and server say to each other. The client library records only where the channel's own level is the lowest;
 * here the setting `policy.trace.server` decides, so that one place is enough to switch it on.
 */
export class TraceChannel implements vscode.LogOutputChannel {
  private readonly changed = new vscode.EventEmitter<vscode.LogLevel>();
  private readonly settings: vscode.Disposable;
  readonly onDidChangeLogLevel = this.changed.event;

  constructor(private readonly inner: vscode.LogOutputChannel) {
    this.settings = vscode.workspace.onDidChangeConfiguration(e => {
      if (e.affectsConfiguration('policy.trace.server')) {
        this.changed.fire(this.logLevel);
      }
    });
  }

  get name(): string { return this.inner.name; }
  get logLevel(): vscode.LogLevel {
    return vscode.workspace.getConfiguration('policy').get('trace.server', 'off') === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
  }

  trace(message: string, ...rest: unknown[]): void { this.inner.info(message, ...rest); }
  debug(message: string, ...rest: unknown[]): void { this.inner.debug(message, ...rest); }
  info(message: string, ...rest: unknown[]): void { this.inner.info(message, ...rest); }
  warn(message: string, ...rest: unknown[]): void { this.inner.warn(message, ...rest); }
  error(message: string | Error, ...rest: unknown[]): void { this.inner.error(message, ...rest); }
  append(text: string): void { this.inner.append(text); }
  appendLine(text: string): void { this.inner.appendLine(text); }
  replace(text: string): void { this.inner.replace(text); }
  clear(): void { this.inner.clear(); }
  show(...where: unknown[]): void { this.inner.show(where.at(-1) === true); }
  hide(): void { this.inner.hide(); }

  dispose(): void {
    this.settings.dispose();
    this.changed.dispose();
  }
}

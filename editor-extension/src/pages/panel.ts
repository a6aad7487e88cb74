import * as vscode from 'vscode';
import { frame } from './html';

/** A page of the extension in an editor tab; there is one of each kind. */
export class Panel<FromPage> {
  private panel: vscode.WebviewPanel | undefined;

  /**
   * @param kind the name of the view's type
   * @param receive what a message of the page does
   * @param script the name of its script
   */
  constructor(private readonly extension: vscode.Uri, private readonly kind: string, private readonly title: string, private readonly receive: (message: FromPage) => Promise<void>, private readonly script = kind) {}

  get isShown(): boolean { return this.panel !== undefined; }

  show(): void {
    if (this.panel !== undefined) {
      this.panel.reveal();
      return;
    }

    const scripts = vscode.Uri.joinPath(this.extension, 'dist', 'pages');
    const styles = vscode.Uri.joinPath(this.extension, 'media', 'pages');
    const panel = vscode.window.createWebviewPanel(`policy.${this.kind}`, this.title, vscode.ViewColumn.Active, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [scripts, styles],
    });
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message).catch(problem => vscode.window.showErrorMessage(String(problem))));
    panel.onDidDispose(() => { this.panel = undefined; });
    panel.webview.html = frame({
      title: this.title,
      nonce: crypto.randomUUID(),
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(scripts, `${this.script}.js`)).toString(),
      style: panel.webview.asWebviewUri(vscode.Uri.joinPath(styles, 'page.css')).toString(),
      source: panel.webview.cspSource,
    });
    this.panel = panel;
  }

  close(): void {
    this.panel?.dispose();
  }

  async post(message: unknown): Promise<void> {
    await this.panel?.webview.postMessage(message);
  }
}

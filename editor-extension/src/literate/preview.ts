import * as vscode from 'vscode';
import { isPolicyDocument } from '../client/documents';
import type { PolicyClient } from '../client/policyClient';
import type { SpokenClause } from '../protocol';
import { fenceHtml, isPolicyFence, type Finding, type Notes } from './fence';

/** As much of markdown-it as is used. */
interface Token { info: string; content: string; map: [number, number] | null }
type RenderRule = (tokens: Token[], index: number, options: unknown, env: { currentDocument?: vscode.Uri }, self: unknown) => string;
export interface MarkdownIt { renderer: { rules: Record<string, RenderRule | undefined> } }

const nothing: Notes = { clauses: [], findings: [] };

/** Policy fences in VS Code's own Markdown preview; those of memos with what their clauses say and what was found. */
export class LiteratePreview implements vscode.Disposable {
  private readonly readings = new Map<string, readonly SpokenClause[]>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly client: PolicyClient) {
    this.subscription = client.onDidSettle(() => void this.readAnew());
  }

  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt {
    const before = markdown.renderer.rules['fence'];
    markdown.renderer.rules['fence'] = (tokens, index, options, env, self) => {
      const token = tokens[index];
      return token !== undefined && isPolicyFence(token.info)
        ? fenceHtml(token.content, (token.map?.[0] ?? 0) + 1, this.notesOf(env.currentDocument))
        : before?.(tokens, index, options, env, self) ?? '';
    };
    return markdown;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private notesOf(uri: vscode.Uri | undefined): Notes {
    if (uri === undefined || !isMemo(uri)) {
      return nothing;
    }

    const clauses = this.readings.get(uri.toString());
    if (clauses === undefined) {
      this.readings.set(uri.toString(), []);
      void this.read(uri.toString());
    }

    return { clauses: clauses ?? [], findings: vscode.languages.getDiagnostics(uri).map(asFinding) };
  }

  private async readAnew(): Promise<void> {
    const open = vscode.workspace.textDocuments.filter(d => isPolicyDocument(d) && isMemo(d.uri)).map(d => d.uri.toString());
    await Promise.all([...this.readings.keys()].filter(uri => open.includes(uri)).map(uri => this.read(uri)));
  }

  private async read(uri: string): Promise<void> {
    const clauses = await this.client.request('policy/reading', { uri }).then(answer => answer.clauses, () => []);
    this.readings.set(uri, clauses);
    await vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  }
}

function isMemo(uri: vscode.Uri): boolean {
  return /\.policy\.md$/i.test(uri.path);
}

function asFinding({ range, severity, code, message }: vscode.Diagnostic): Finding {
  const weight = severity === vscode.DiagnosticSeverity.Error ? 'error' : severity === vscode.DiagnosticSeverity.Warning ? 'warning' : 'note';
  return { from: range.start.line, to: range.end.line, severity: weight, code: String(typeof code === 'object' ? code.value : code ?? ''), message };
}

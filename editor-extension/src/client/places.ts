import * as vscode from 'vscode';
import type { Place, Range } from '../protocol';

/** Texts that come with a server in a browser. The server names them by an address of the web, which an editor does not open. */
export const shipped = {
  scheme: 'policy-shipped',
  /** The address of their folder, with a slash at its end; undefined where they are files. */
  folder: undefined as string | undefined,

  /** A document of the editor for an address of the server. */
  uri(address: string): vscode.Uri {
    return this.folder !== undefined && address.startsWith(this.folder)
      ? vscode.Uri.from({ scheme: this.scheme, path: `/${address.slice(this.folder.length)}` })
      : vscode.Uri.parse(address, true);
  },
};

export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** Opens a clause, in the column where text is being read. */
export async function openPlace(place: Pick<Place, 'uri' | 'range'>): Promise<void> {
  const viewColumn = vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(shipped.uri(place.uri), { selection: toRange(place.range), viewColumn });
}

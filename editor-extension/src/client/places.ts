import * as vscode from 'vscode';
import type { Place, Range } from '../protocol';

export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** Opens a clause, in the column where text is being read. */
export async function openPlace(place: Pick<Place, 'uri' | 'range'>): Promise<void> {
  const viewColumn = vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), { selection: toRange(place.range), viewColumn });
}

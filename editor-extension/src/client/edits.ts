import * as vscode from 'vscode';

/** Carries out an edit and shows what it wrote. */
export async function applyAndShow(edit: vscode.WorkspaceEdit): Promise<void> {
  await vscode.workspace.applyEdit(edit);
  const [uri, edits] = edit.entries()[0] ?? [];
  const first = edits?.[0];
  if (uri !== undefined && first !== undefined) {
    const lines = first.newText.split('\n').length - 1;
    const start = first.range.start;
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start.translate(lines, 0)), preview: false });
  }
}

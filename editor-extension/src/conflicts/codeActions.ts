import * as vscode from 'vscode';

/** Acknowledging asks for a reason: the action becomes the command that does. */
export function askingForReason(action: vscode.Command | vscode.CodeAction): vscode.Command | vscode.CodeAction {
  const data = (action as { data?: { conflict: string; kind: string } }).data;
  if (data?.kind !== 'Acknowledge') {
    return action;
  }

  const asking = new vscode.CodeAction(`${action.title}…`, vscode.CodeActionKind.QuickFix);
  asking.command = { command: 'policy.acknowledge', title: action.title, arguments: [data.conflict] };
  asking.diagnostics = (action as vscode.CodeAction).diagnostics ?? [];
  return asking;
}

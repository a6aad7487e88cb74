import * as vscode from 'vscode';
import { asOfLabel, stateLabel, viewpointLabel } from '../reading/labels';
import type { ConflictStore } from '../conflicts/store';
import type { PolicyClient } from './policyClient';

/** Three items: how the server is, and for when and from whose side you read. */
export function showStatus(client: PolicyClient, conflicts: ConflictStore): vscode.Disposable {
  const state = item('policy.status', 'PolicyLang', 102);
  const day = item('policy.status.asOf', 'PolicyLang: Day', 101);
  const side = item('policy.status.viewpoint', 'PolicyLang: Side', 100);
  day.command = 'policy.pickAsOf';
  side.command = 'policy.pickViewpoint';

  const update = (): void => {
    if (client.state === 'idle') {
      return;
    }

    const label = stateLabel(client.state, conflicts.open);
    state.text = label.text;
    state.tooltip = label.tooltip;
    state.command = client.state === 'ready' ? 'policy.conflicts.focus' : 'policy.showOutput';
    state.backgroundColor = client.state === 'stopped' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    const settings = vscode.workspace.getConfiguration('policy');
    day.text = `$(calendar) ${asOfLabel(settings.get('asOf', ''))}`;
    day.tooltip = 'The day for which cards, hints and lenses are written. Choose another.';
    side.text = `$(person) ${viewpointLabel(settings.get('viewpoint', ''))}`;
    side.tooltip = 'The party from whose side you read. Choose another.';
    for (const each of [state, day, side]) {
      each.show();
    }
  };

  update();
  return vscode.Disposable.from(
    state, day, side,
    client.onDidChangeState(update),
    conflicts.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration(e => { if (e.affectsConfiguration('policy')) { update(); } }),
  );
}

function item(id: string, name: string, priority: number): vscode.StatusBarItem {
  const made = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
  made.name = name;
  return made;
}

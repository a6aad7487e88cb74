import * as vscode from 'vscode';
import type { ActionKind, Conflict, ConflictAction } from '../protocol';
import type { PolicyClient } from '../client/policyClient';
import { applyAndShow } from '../client/edits';
import { openPlace } from '../client/places';
import { dayProblem } from '../reading/days';
import type { ConflictNode } from './model';
import { reasonProblem } from './reason';

const nothing: Record<ActionKind, string> = {
  repair: 'No single change removes this conflict without making another. Narrow one of the clauses by hand, or acknowledge it.',
  acknowledge: 'This conflict cannot be acknowledged.',
  scenario: 'This conflict has no case of its own that could be kept.',
};

const tried = 'Each was tried: it removes the conflict and makes no other';

/** Goes to the clause of a node. */
export async function open(node: ConflictNode): Promise<void> {
  if (node.place !== undefined) {
    await openPlace(node.place);
  }
}

/** Carries out one of the changes that the server proposes for a conflict; where there are several, the user chooses. */
export async function act(client: PolicyClient, kind: ActionKind, node: ConflictNode): Promise<void> {
  if (node.conflict === undefined) {
    return;
  }

  if (kind === 'acknowledge') {
    await acknowledge(client, node.conflict.id);
    return;
  }

  if (kind === 'repair') {
    await repair(client, node.conflict, node.label);
    return;
  }

  const { actions } = await client.request('policy/conflictActions', { id: node.conflict.id });
  const action = actions.find(a => a.kind === kind);
  if (action === undefined) {
    await vscode.window.showInformationMessage(nothing[kind]);
    return;
  }

  await applyAndShow(await client.edit(action.edit));
}

/** A repair changes the law: even the only one is shown before it is made. Those of others are asked for by themselves. */
async function repair(client: PolicyClient, conflict: Conflict, title: string): Promise<void> {
  const { proposals, undecided } = await proposed(client, conflict.id, false);
  const hasOthers = undecided === undefined && conflict.sides.some(s => !s.mine);
  if (proposals.length === 0 && !hasOthers) {
    await vscode.window.showInformationMessage(undecided ?? nothing.repair);
    return;
  }

  const others: vscode.QuickPickItem[] = hasOthers ? [
    { label: 'Instruments of others', kind: vscode.QuickPickItemKind.Separator },
    { label: '$(organization) Only the legislator could…', detail: 'Amendments of instruments that are not yours' },
  ] : [];
  const own = proposals.map(action => ({ label: action.title, action }));
  const first = proposals.length > 0 ? own : [{ label: nothing.repair }];
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { action?: ConflictAction }>([...first, ...others], { title, placeHolder: tried });
  if (chosen === undefined || chosen.label === nothing.repair) {
    return;
  }

  const action = chosen.action ?? await ofOthers(client, conflict.id, title);
  if (action !== undefined) {
    await applyAndShow(await client.edit(action.edit));
  }
}

async function ofOthers(client: PolicyClient, id: string, title: string): Promise<ConflictAction | undefined> {
  const { proposals, undecided } = await proposed(client, id, true);
  if (proposals.length === 0) {
    await vscode.window.showInformationMessage(undecided ?? 'No single amendment of the instruments of others removes this conflict; law of the library is not amended here.');
    return undefined;
  }

  const chosen = await vscode.window.showQuickPick(proposals.map(action => ({ label: action.title, action })), { title: `Only the legislator could: ${title}`, placeHolder: tried });
  return chosen?.action;
}

async function proposed(client: PolicyClient, id: string, others: boolean): Promise<{ proposals: ConflictAction[]; undecided: string | undefined }> {
  const { actions, undecided } = await client.request('policy/conflictActions', { id, others });
  return { proposals: actions.filter(a => a.kind === 'repair'), undecided };
}

/** Asks why a conflict is accepted, and until when, and writes it down as it was typed. */
export async function acknowledge(client: PolicyClient, id: string): Promise<void> {
  const title = 'Acknowledge the conflict';
  const because = await vscode.window.showInputBox({ title, prompt: 'Why is it accepted?', placeHolder: 'Handled case by case by counsel until there is an agreement', ignoreFocusOut: true, validateInput: text => reasonProblem(text) });
  if (because === undefined) {
    return;
  }

  const until = await vscode.window.showInputBox({ title, prompt: 'Until which day? Leave it empty for no end.', placeHolder: 'YYYY-MM-DD', ignoreFocusOut: true, validateInput: text => (text === '' ? undefined : dayProblem(text)) });
  if (until === undefined) {
    return;
  }

  const { actions } = await client.request('policy/conflictActions', { id, because, ...(until === '' ? {} : { until }) });
  const action = actions.find(a => a.kind === 'acknowledge');
  if (action === undefined) {
    await vscode.window.showInformationMessage(nothing.acknowledge);
    return;
  }

  await applyAndShow(await client.edit(action.edit));
}

import * as vscode from 'vscode';
import { filePattern } from '../client/documents';
import type { PolicyClient } from '../client/policyClient';
import { dayProblem, daysIn, today } from './days';

interface Choice extends vscode.QuickPickItem { value?: string }

const mostFiles = 200;

/** Asks for the day to read for. */
export async function pickAsOf(): Promise<void> {
  const now = today(new Date());
  const named = daysIn(await texts());
  const choice = await pick('The day to read for', 'Type a day as YYYY-MM-DD, or choose one that your files name', [
    { label: 'Any day', description: 'each clause on its own first day in force', value: '' },
    { label: now, description: 'today', value: now },
    ...named.filter(day => day !== now).map(day => ({ label: day, description: 'named in your files', value: day })),
  ], dayProblem);
  if (choice !== undefined) {
    await save('asOf', choice);
  }
}

/** Asks from whose side to read. */
export async function pickViewpoint(client: PolicyClient): Promise<void> {
  const { names } = await client.request('policy/vocabulary', { kind: 'viewpoint' });
  const choice = await pick('Whose side to read from', 'Type a jurisdiction, a bloc or an organisation', [
    { label: 'All parties', description: 'no one in particular', value: '' },
    ...names.map(n => ({ label: n.name, description: n.title === n.name ? '' : n.title, value: n.name })),
  ]);
  if (choice !== undefined) {
    await save('viewpoint', choice);
  }
}

/** Asks which instruments are the user's own: findings stand in them, and repairs touch no others. */
export async function pickMine(client: PolicyClient): Promise<void> {
  const { instruments, ownsAll } = await client.request('policy/instruments', {});
  const items = instruments.filter(i => !i.library).map(i => ({ label: i.title, description: [...(i.title === i.name ? [] : [i.name]), ...(i.order == null ? [] : [i.order])].join(', '), picked: i.mine && !ownsAll, name: i.name }));
  if (items.length === 0) {
    await vscode.window.showInformationMessage('There is no instrument in your files yet.');
    return;
  }

  const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, matchOnDescription: true, title: 'Which instruments are yours', placeHolder: 'Findings stand in them, and repairs touch no others. None: as policy.json says, else the policies of organisations' });
  if (chosen !== undefined) {
    await save('mine', chosen.map(c => c.name));
  }
}

/** A list to choose from; where a check is given, what was typed can be chosen too. */
function pick(title: string, placeholder: string, choices: Choice[], problem?: (text: string) => string | undefined): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<Choice>();
  Object.assign(list, { title, placeholder, matchOnDescription: true, items: choices });
  if (problem !== undefined) {
    list.onDidChangeValue(text => {
      const wrong = problem(text);
      const typed: Choice[] = text === '' || choices.some(c => c.label === text) ? []
        : [wrong === undefined ? { label: text, value: text } : { label: text, detail: wrong, alwaysShow: true }];
      list.items = [...typed, ...choices];
    });
  }

  return new Promise(resolve => {
    list.onDidAccept(() => {
      const chosen = list.selectedItems[0];
      if (chosen?.value !== undefined) {
        resolve(chosen.value);
        list.hide();
      }
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

async function texts(): Promise<string[]> {
  const files = await vscode.workspace.findFiles(filePattern, undefined, mostFiles);
  const decoder = new TextDecoder();
  return Promise.all(files.map(async file => decoder.decode(await vscode.workspace.fs.readFile(file))));
}

async function save(name: string, value: string | string[]): Promise<void> {
  const hasFolder = vscode.workspace.workspaceFolders !== undefined;
  const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('policy').update(name, value.length === 0 ? undefined : value, target);
}

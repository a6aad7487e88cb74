import { conflictTree, type ConflictNode } from '../../../../editor-extension/src/conflicts/model';
import { statuses, statusTitles } from '../../../../editor-extension/src/conflicts/words';
import { clauseLink, element } from '../../../../editor-extension/src/pages/web/dom';
import type { Status } from '../../../../editor-extension/src/protocol';
import type { LspWorkspaceEdit } from '../editor/convert';
import type { Page, Panel } from './panel';

const shown = new Set<Status>(statuses);
const openGroups = new Set<string>();
let begun = false;

/** Every conflict in groups, resolved and acknowledged ones too, with what can be done about it. */
export const conflictsPanel: Panel = {
  name: 'conflicts',
  title: 'Conflicts',
  show: async (page, signal) => {
    const list = await page.server.request('policy/conflicts', page.uri === undefined ? {} : { uri: page.uri }, signal);
    const groups = conflictTree({ ...list, conflicts: [...list.conflicts] }, shown);
    if (!begun && groups[0] !== undefined) {
      begun = true;
      openGroups.add(groups[0].id);
    }

    return [
      element('h2', {}, groups.length === 0 ? 'No conflicts' : list.conflicts.length === 1 ? '1 conflict' : `${list.conflicts.length} conflicts`),
      filter(page),
      ...(groups.length === 0 ? [element('p', {}, list.conflicts.length === 0 ? 'Whatever happens, some choice complies with every clause.' : 'None has one of these statuses.')] : groups.map(group => groupView(page, group))),
    ];
  },
};

function filter(page: Page): HTMLElement {
  return element('fieldset', { class: 'filter' }, element('legend', {}, 'Show'), ...statuses.map(status => {
    const box = element('input', { type: 'checkbox', id: `status-${status}`, checked: shown.has(status) });
    box.addEventListener('change', () => {
      if (box.checked) {
        shown.add(status);
      } else {
        shown.delete(status);
      }

      page.again();
    });
    return element('label', { for: `status-${status}` }, box, ` ${statusTitles[status]}`);
  }));
}

function groupView(page: Page, group: ConflictNode): HTMLElement {
  const made = element('details', { class: 'group', open: openGroups.has(group.id) },
    element('summary', {}, element('strong', {}, group.label), element('span', { class: 'note' }, ` ${group.description}`)),
    element('ul', { class: 'rows' }, ...group.children.map(node => conflictView(page, node))));
  made.addEventListener('toggle', () => {
    if (made.open) {
      openGroups.add(group.id);
    } else {
      openGroups.delete(group.id);
    }
  });
  return made;
}

function conflictView(page: Page, node: ConflictNode): HTMLElement {
  const actions = element('div', { class: 'actions', 'aria-live': 'polite' });
  const more = element('button', { type: 'button' }, 'What can be done');
  more.addEventListener('click', () => void offer(page, node, actions, more));
  return element('li', { class: `row ${node.description}` },
    element('p', { class: 'what' }, element('strong', {}, node.label), ' ', element('span', { class: 'status' }, node.description)),
    element('p', {}, node.tooltip),
    element('ul', { class: 'details' }, ...node.children.map(child => {
      const { place } = child;
      return element('li', {}, child.kind === 'clause' && place !== undefined ? clauseLink(child.description === '' ? child.label : `${child.label}: ${child.description}`, () => page.open(place)) : child.label);
    })),
    element('p', { class: 'tools' }, more), actions);
}

async function offer(page: Page, node: ConflictNode, into: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  into.replaceChildren(element('p', { class: 'note' }, 'Trying changes…'));
  try {
    const { actions, undecided } = await page.server.request('policy/conflictActions', { id: node.id });
    into.replaceChildren(...(actions.length === 0 ? [element('p', {}, undecided ?? 'No single change of what is yours removes it.')] : actions.map(action => {
      const made = element('button', { type: 'button', class: 'choice' }, action.title);
      made.addEventListener('click', () => page.apply(action.edit as LspWorkspaceEdit));
      return made;
    })));
  } catch (failure) {
    into.replaceChildren(element('p', { role: 'alert', class: 'problem' }, (failure as Error).message));
  } finally {
    button.disabled = false;
  }
}

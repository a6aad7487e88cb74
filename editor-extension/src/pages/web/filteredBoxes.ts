import type { Name } from '../../protocol';
import { nameTexts } from '../names';
import { checkBoxes } from './checkBoxes';
import { element } from './dom';

// What was sought in a list stays sought when the page is drawn anew.
const sought = new Map<string, string>();

/** Names of which any number can be chosen, with a field that leaves those that match. */
export function filteredBoxes(id: string, label: string, names: readonly Name[], value: readonly string[], changed: (value: string[]) => void): HTMLElement {
  // One long title among many names does not turn all of them round.
  const boxes = checkBoxes(id, names, value, changed, names.flatMap(name => nameTexts([name])));
  const find = element('input', { id: `${id}-find`, type: 'search', placeholder: 'Find…', 'aria-label': `Find in ${label}`, value: sought.get(id) ?? '' });
  const filter = (): void => {
    const text = (sought.get(id) ?? '').trim().toLowerCase();
    boxes.querySelectorAll('label').forEach(each => { each.hidden = text !== '' && !(each.textContent ?? '').toLowerCase().includes(text); });
  };
  find.addEventListener('input', () => {
    sought.set(id, find.value);
    filter();
  });
  filter();
  return element('div', { class: 'filtered' }, find, boxes);
}

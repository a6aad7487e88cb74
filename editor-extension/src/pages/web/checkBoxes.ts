import type { Name } from '../../protocol';
import { nameTexts } from '../names';
import { element } from './dom';

/** Names of which any number can be chosen. */
export function checkBoxes(id: string, names: readonly Name[], value: readonly string[], changed: (value: string[]) => void, texts = nameTexts(names)): HTMLElement {
  const chosen = new Set(value);
  return element('div', { class: 'boxes' }, ...names.map((name, n) => {
    const box = element('input', { id: `${id}-${n}`, type: 'checkbox', checked: chosen.has(name.name) });
    box.addEventListener('change', () => {
      if (box.checked) {
        chosen.add(name.name);
      } else {
        chosen.delete(name.name);
      }

      changed([...chosen]);
    });
    return element('label', { for: `${id}-${n}` }, box, ` ${texts[n] ?? name.name}`);
  }));
}

// Builds elements from text: whatever a name holds, it stays text.

import { nameTexts } from '../names';

type Attributes = Record<string, string | boolean | undefined>;

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }

  made.append(...children);
  return made;
}

/** A list to choose one from; `empty` is what no choice is called. */
export function chooser(id: string, names: readonly { name: string; title: string }[], chosen: string, empty: string): HTMLSelectElement {
  const option = (value: string, text: string): HTMLOptionElement => element('option', { value, selected: value === chosen }, text);
  const texts = nameTexts(names);
  return element('select', { id }, option('', empty), ...names.map((n, i) => option(n.name, texts[i] ?? n.name)));
}

/** A clause that can be gone to. */
export function clauseLink(text: string, open: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'link' }, text);
  button.addEventListener('click', open);
  return button;
}

/** Replaces what a page shows; the element that has the focus keeps it, found again by its id. */
export function replace(page: HTMLElement, ...children: Node[]): void {
  const focused = document.activeElement?.id ?? '';
  page.replaceChildren(...children);
  if (focused !== '') {
    document.getElementById(focused)?.focus();
  }
}

// A row of tabs that the arrow keys move in.
import { element } from '../../../editor-extension/src/pages/web/dom';

export interface Tab { id: string; name: string; label: string; controls: string; badge?: string }

export function tabList(bar: HTMLElement, tabs: readonly Tab[], chosen: string, choose: (name: string) => void): void {
  const focused = bar.contains(document.activeElement);
  const made = tabs.map(tab => {
    const isChosen = tab.name === chosen;
    const button = element('button', { type: 'button', role: 'tab', id: tab.id, 'aria-selected': String(isChosen), 'aria-controls': tab.controls, tabindex: isChosen ? '0' : '-1' },
      tab.label, ...(tab.badge === undefined ? [] : [' ', element('span', { class: 'badge' }, tab.badge)]));
    button.addEventListener('click', () => choose(tab.name));
    return button;
  });
  bar.replaceChildren(...made);
  bar.onkeydown = event => {
    const at = made.findIndex(button => button === document.activeElement);
    const to = event.key === 'ArrowRight' ? (at + 1) % made.length : event.key === 'ArrowLeft' ? (at + made.length - 1) % made.length
      : event.key === 'Home' ? 0 : event.key === 'End' ? made.length - 1 : -1;
    const tab = tabs[to];
    if (at >= 0 && tab !== undefined) {
      event.preventDefault();
      choose(tab.name);
      document.getElementById(tab.id)?.focus();
    }
  };
  if (focused) {
    made.find(button => button.getAttribute('aria-selected') === 'true')?.focus();
  }

  made.find(button => button.getAttribute('aria-selected') === 'true')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

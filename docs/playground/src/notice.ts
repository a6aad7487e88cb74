import { element } from '../../../editor-extension/src/pages/web/dom';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something at the top of the page; with something to do about it, it stays until it is closed. */
export function notice(text: string, action?: { label: string; run(): void }): void {
  const place = document.getElementById('notice') as HTMLElement;
  const close = element('button', { type: 'button', 'aria-label': 'Close this notice' }, '✕');
  close.addEventListener('click', () => { place.hidden = true; });
  const made = action === undefined ? [] : [element('button', { type: 'button' }, action.label)];
  made[0]?.addEventListener('click', () => {
    place.hidden = true;
    action?.run();
  });
  place.replaceChildren(element('span', {}, text), ...made, close);
  place.hidden = false;
  clearTimeout(timer);
  if (action === undefined) {
    timer = setTimeout(() => { place.hidden = true; }, 8000);
  }
}

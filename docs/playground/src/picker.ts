// Lists to choose from: instruments of the law library, and studies.
import { element } from '../../../editor-extension/src/pages/web/dom';

export interface Choice { group: string; name: string; title: string; chosen?: boolean }

/** Asks for one of some choices; undefined where none was made. */
export function pick(title: string, intro: string, choices: readonly Choice[]): Promise<Choice | undefined> {
  const dialog = document.getElementById('picker') as HTMLDialogElement;
  const filter = document.getElementById('picker-filter') as HTMLInputElement;
  const list = document.getElementById('picker-list') as HTMLElement;
  (document.getElementById('picker-title') as HTMLElement).textContent = title;
  (document.getElementById('picker-intro') as HTMLElement).textContent = intro;
  filter.value = '';
  filter.hidden = choices.length < 12;
  const render = (): void => {
    const wanted = filter.value.trim().toLowerCase();
    const shown = choices.filter(choice => `${choice.group} ${choice.name} ${choice.title}`.toLowerCase().includes(wanted));
    const groups = [...new Set(shown.map(choice => choice.group))];
    list.replaceChildren(...(shown.length === 0 ? [element('p', {}, 'Nothing has this name.')] : groups.map(group => element('section', {},
      ...(group === '' ? [] : [element('h3', {}, group)]),
      element('ul', {}, ...shown.filter(choice => choice.group === group).map(choice => {
        const button = element('button', { value: String(choices.indexOf(choice)), class: 'choice', 'aria-pressed': choice.chosen === undefined ? undefined : String(choice.chosen) },
          element('strong', {}, choice.name), ' ', element('span', {}, choice.title), ...(choice.chosen === true ? [element('span', { class: 'badge' }, 'in use')] : []));
        return element('li', {}, button);
      }))))));
  };
  filter.oninput = render;
  filter.onkeydown = event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      (list.querySelector('button') as HTMLButtonElement | null)?.focus();
    }
  };
  render();
  dialog.returnValue = '';
  dialog.showModal();
  (filter.hidden ? list.querySelector('button') : filter)?.focus();
  return new Promise(done => dialog.addEventListener('close', () => done(choices[dialog.returnValue === '' ? -1 : Number(dialog.returnValue)]), { once: true }));
}

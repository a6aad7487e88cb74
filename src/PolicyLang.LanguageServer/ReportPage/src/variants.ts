// Moves through the templates of a block: a slider, two buttons, and the words of the one that is shown.
import { element } from './dom';

export function startVariants(block: HTMLElement): void {
  const templates = [...block.querySelectorAll<HTMLTemplateElement>(':scope > template')];
  const view = block.querySelector<HTMLElement>(':scope > .variant');
  const words = block.querySelector<HTMLElement>(':scope > .when');
  if (templates.length < 2 || !view || !words) return;
  const last = templates.length - 1;
  const labelOf = (at: number) => templates[at]?.dataset['label'] ?? '';
  const slider = element('input', {
    type: 'range', min: '0', max: String(last), step: '1', value: block.dataset['shown'] ?? '0',
    id: `${block.id}-slider`, 'aria-label': block.dataset['label'] ?? '',
  });
  const earlier = element('button', { type: 'button' }, 'Earlier');
  const later = element('button', { type: 'button' }, 'Later');

  const show = (at: number) => {
    slider.value = String(at);
    slider.setAttribute('aria-valuetext', labelOf(at));
    words.textContent = labelOf(at);
    earlier.disabled = at === 0;
    later.disabled = at === last;
    const template = templates[at];
    if (template) view.replaceChildren(template.content.cloneNode(true));
  };

  slider.addEventListener('input', () => show(Number(slider.value)));
  earlier.addEventListener('click', () => show(Math.max(0, Number(slider.value) - 1)));
  later.addEventListener('click', () => show(Math.min(last, Number(slider.value) + 1)));
  block.insertBefore(element('div', { class: 'slider' }, earlier, slider, later), words);
  show(Number(slider.value));
}

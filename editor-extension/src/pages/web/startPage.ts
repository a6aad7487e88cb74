import type { FromStart, StartState } from '../../start/wizardMessages';
import { chosenText, grouped, steps } from '../../start/wizardModel';
import type { Name, StarterInstrument, Starters } from '../../protocol';
import { filteredBoxes } from './filteredBoxes';
import { element } from './dom';

type Send = (message: FromStart) => void;

/** The page that a project is started on: one step at a time. */
export function startPage({ step, choices, starters, problem }: StartState, send: Send): Node[] {
  const at = steps[step];
  const isLast = step === steps.length - 1;
  return [
    element('h1', {}, 'Start a project'),
    element('p', { class: 'note' }, `Step ${step + 1} of ${steps.length}`),
    element('h2', { id: 'step', tabindex: '-1' }, at?.heading ?? ''),
    element('p', {}, at?.intro ?? ''),
    ...(problem === undefined ? [] : [element('p', { role: 'alert', class: 'problem' }, problem)]),
    ...(starters === undefined ? [] : stepParts(step, { step, choices, starters }, send)),
    element('p', { class: 'controls' },
      ...(step === 0 ? [] : [button('back', 'Back', () => send({ type: 'step', step: step - 1 }))]),
      isLast ? button('make', 'Make the project…', () => send({ type: 'make' }), 'primary') : button('next', 'Next', () => send({ type: 'step', step: step + 1 }), 'primary')),
    element('p', { class: 'note' }, `A reading aid, not legal advice.${starters === undefined ? '' : ` Law library ${starters.lawVersion}.`}`),
  ];
}

function stepParts(step: number, { choices, starters }: StartState & { starters: Starters }, send: Send): Node[] {
  const boxes = (id: 'under' | 'data' | 'destinations', legend: string, names: readonly Name[]): Node => element('fieldset', { class: 'question' },
    element('legend', {}, legend),
    element('p', { class: 'note', id: `${id}-chosen` }, chosenText(names, choices[id])),
    filteredBoxes(id, legend, names, choices[id], chosen => send({ type: 'set', choices: { [id]: chosen } })));
  switch (step) {
    case 0: return [titleField(choices.title, title => send({ type: 'set', choices: { title } })), boxes('under', 'Seats', starters.places)];
    case 1: return [boxes('data', 'Kinds of data', starters.data)];
    case 2: return [boxes('destinations', 'Destinations', starters.places)];
    default: return laws(starters, choices.destinations, choices.uses, uses => send({ type: 'set', choices: { uses } }));
  }
}

function titleField(title: string, changed: (title: string) => void): HTMLElement {
  const input = element('input', { id: 'title', type: 'text', value: title, placeholder: 'Acme Ltd', autocomplete: 'organization' });
  input.addEventListener('change', () => changed(input.value));
  return element('div', { class: 'question' }, element('label', { for: 'title' }, 'What is your organisation called?'), input);
}

function laws(starters: Starters, destinations: readonly string[], uses: readonly string[], changed: (uses: string[]) => void): Node[] {
  const { binding, ofDestinations, others } = grouped(starters, destinations);
  const cards = (instruments: readonly StarterInstrument[]): Node => element('ul', { class: 'cards' }, ...instruments.map(i => card(i, uses, changed)));
  const group = (title: string, instruments: readonly StarterInstrument[]): Node[] => (instruments.length === 0 ? [] : [element('h3', {}, title), cards(instruments)]);
  return [
    ...(binding.length === 0 ? [element('p', {}, 'The library has no law of your seats yet. Choose from the rest, or go on without.')] : group('Law of the places that bind you', binding)),
    ...group('Law of your destinations', ofDestinations),
    ...(others.length === 0 ? [] : [element('details', { class: 'more', open: others.some(i => uses.includes(i.name)) }, element('summary', { id: 'others' }, `${others.length} other instruments`), cards(others))]),
  ];
}

function card(instrument: StarterInstrument, uses: readonly string[], changed: (uses: string[]) => void): HTMLElement {
  const id = `use-${instrument.name}`;
  const box = element('input', { id, type: 'checkbox', checked: uses.includes(instrument.name) });
  box.addEventListener('change', () => changed(box.checked ? [...uses, instrument.name] : uses.filter(name => name !== instrument.name)));
  const source = instrument.source == null ? [] : [element('a', { href: instrument.source, title: instrument.source }, 'Official text')];
  return element('li', { class: 'card' },
    element('label', { for: id }, box, ' ', element('strong', {}, instrument.title), ` (${instrument.name})`),
    element('p', { class: 'note' }, `${instrument.rank} of ${instrument.orderTitle}, ${instrument.force}; ${instrument.clauses} clauses`),
    ...(instrument.citation == null ? [] : [element('p', {}, instrument.citation)]),
    element('p', {}, ...(instrument.readAsOf == null ? [] : [`Read as of ${instrument.readAsOf}. `]), ...source));
}

function button(id: string, text: string, press: () => void, kind?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', id, class: kind }, text);
  made.addEventListener('click', press);
  return made;
}

import type { Control, FromQuestion, QuestionState } from '../../questions/messages';
import type { Spot } from '../grid';
import { answerView } from './answerView';
import { chooser, element, replace } from './dom';
import { checkBoxes } from './checkBoxes';
import { connect } from './host';

const page = document.getElementById('page') as HTMLElement;
let spot: Spot | undefined;

const send = connect<QuestionState, FromQuestion>(state => replace(page, ...render(state)));
send({ type: 'ready' });

function render(state: QuestionState): Node[] {
  const again = element('button', { type: 'button', id: 'again' }, 'Ask again');
  again.addEventListener('click', () => send({ type: 'again' }));
  return [
    element('h1', {}, state.title),
    element('p', {}, state.intro),
    controls(state.controls),
    ...(state.problem === undefined ? [] : [element('p', { role: 'alert', class: 'problem' }, state.problem)]),
    ...(state.busy ? [element('p', { role: 'status' }, 'Working it out…')] : []),
    ...(state.stale ? [element('p', { role: 'status' }, 'The text has changed since. ', again)] : []),
    ...(state.answer === undefined ? [] : answerView(state.answer, state.title, spot, chosen => { spot = chosen; }, (at, place) => send({ type: 'open', at, place }))),
    element('p', { class: 'note' }, 'A reading aid, not legal advice.'),
  ];
}

function controls(all: readonly Control[]): HTMLElement {
  const form = element('form', { class: 'controls' }, ...all.flatMap(control));
  form.addEventListener('submit', event => event.preventDefault());
  return form;
}

function control(control: Control): Node[] {
  switch (control.kind) {
    case 'button': {
      const button = element('button', { type: 'button', id: control.id }, control.label);
      button.addEventListener('click', () => send({ type: 'press', id: control.id }));
      return [button];
    }
    case 'choice': {
      const made = chooser(control.id, control.names, control.value, control.empty);
      made.addEventListener('change', () => send({ type: 'set', id: control.id, value: made.value }));
      return [element('span', { class: 'control' }, element('label', { for: control.id }, control.label), made)];
    }
    case 'date': {
      const made = element('input', { id: control.id, type: 'date', value: control.value });
      made.addEventListener('change', () => send({ type: 'set', id: control.id, value: made.value }));
      return [element('span', { class: 'control' }, element('label', { for: control.id }, control.label), made)];
    }
    case 'choices':
      return [element('fieldset', { class: 'question' }, element('legend', {}, control.label),
        checkBoxes(control.id, control.names, control.value, value => send({ type: 'set', id: control.id, value })))];
  }
}

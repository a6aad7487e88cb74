import type { Question, Value } from '../../protocol';
import { checkBoxes } from './checkBoxes';
import { chooser, element } from './dom';

const emptyChoice = 'not specified';

/** One question with the means to answer it. */
export function questionField(question: Question, answer: (value: Value | null) => void): HTMLElement {
  const id = `q-${question.name}`;
  switch (question.type) {
    case 'boolean':
      return field(question, id, listening(yesNo(id, question.value),
        text => answer(text === '' ? null : text === 'true')));
    case 'choice':
      return field(question, id, listening(chooser(id, question.values, question.value == null ? '' : String(question.value), emptyChoice), text => answer(text === '' ? null : text)));
    case 'choices':
      return choices(question, id, answer);
    case 'date':
      return field(question, id, listening(element('input', { id, type: 'date', value: String(question.value ?? '') }), text => answer(text === '' ? null : text)));
    case 'number':
      return field(question, id, listening(element('input', { id, type: 'number', min: '0', step: '1', value: String(question.value ?? '') }), text => answer(text === '' ? null : Number(text))));
  }
}

function yesNo(id: string, value: Question['value']): HTMLSelectElement {
  const option = (name: string, text: string): HTMLOptionElement => element('option', { value: name, selected: name === String(value ?? '') }, text);
  return element('select', { id }, option('', emptyChoice), option('true', 'yes'), option('false', 'no'));
}

function field(question: Question, id: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'question' }, element('label', { for: id }, question.title), control);
}

function listening<T extends HTMLSelectElement | HTMLInputElement>(control: T, answer: (text: string) => void): T {
  control.addEventListener('change', () => answer(control.value));
  return control;
}

function choices(question: Question, id: string, answer: (value: Value | null) => void): HTMLElement {
  const value = Array.isArray(question.value) ? question.value : [];
  return element('fieldset', { class: 'question' }, element('legend', {}, question.title),
    checkBoxes(id, question.values, value, chosen => answer(chosen.length === 0 ? null : chosen)));
}

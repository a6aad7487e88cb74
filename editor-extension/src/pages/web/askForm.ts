import { put } from '../../ask/model';
import type { Asked, Question, Value } from '../../protocol';
import { questionField } from './askQuestion';
import { element } from './dom';

let isUnfolded = false;

/** The questions by weight: what was told, what alone changes the answer, what else the act is told by, and the rest folded. */
export function askForm(asked: Asked, answer: (name: string, value: Value | null) => void): HTMLFormElement {
  const { told, alone, act, more } = put(asked);
  const fields = (questions: readonly Question[]): Node[] => questions.map(q => questionField(q, value => answer(q.name, value)));
  const group = (title: string, questions: readonly Question[]): Node[] =>
    (questions.length === 0 ? [] : [element('section', {}, element('h2', {}, title), ...fields(questions))]);
  const form = element('form', { class: 'questions' },
    ...group('Told so far', told),
    ...group(alone.length === 1 ? 'This alone changes the answer' : 'Each of these alone changes the answer', alone),
    ...group('The act', act),
    ...folded(more, fields));
  form.addEventListener('submit', event => event.preventDefault());
  return form;
}

function folded(more: readonly Question[], fields: (questions: readonly Question[]) => Node[]): Node[] {
  if (more.length === 0) {
    return [];
  }

  const details = element('details', { class: 'more', open: isUnfolded },
    element('summary', { id: 'more' }, more.length === 1 ? '1 more fact' : `${more.length} more facts`),
    element('p', { class: 'note' }, 'They change the answer only along with others, or once others are told.'),
    ...fields(more));
  details.addEventListener('toggle', () => { isUnfolded = details.open; });
  return [details];
}

import { put } from '../../ask/model';
import type { AskState, FromAsk } from '../../ask/messages';
import { answerSection } from './askAnswer';
import { questionField } from './askQuestion';
import { element, replace } from './dom';
import { connect } from './host';

const page = document.getElementById('page') as HTMLElement;

const send = connect<AskState, FromAsk>(state => replace(page, ...render(state)));
send({ type: 'ready' });

function render({ asked, problem }: AskState): Node[] {
  const again = element('button', { type: 'button', id: 'again' }, 'Start again');
  again.addEventListener('click', () => send({ type: 'again' }));
  const form = element('form', { class: 'questions' }, ...(asked === undefined ? [] : put(asked).map(q => questionField(q, value => send({ type: 'answer', name: q.name, value })))));
  form.addEventListener('submit', event => event.preventDefault());
  return [
    element('h1', {}, 'May I transfer…?'),
    element('p', {}, 'Only what still matters to the answer is asked. Answer what you know, in any order.'),
    ...[...(problem === undefined ? [] : [problem]), ...(asked?.problems ?? [])].map(text => element('p', { role: 'alert', class: 'problem' }, text)),
    element('div', { class: 'columns' }, element('div', {}, form, again), ...(asked?.answer == null ? [] : [answerSection(asked, asked.answer, send)])),
    element('p', { class: 'note' }, 'A reading aid, not legal advice.'),
  ];
}

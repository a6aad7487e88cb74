import type { AskState, FromAsk } from '../../ask/messages';
import { answerSection } from './askAnswer';
import { askForm } from './askForm';
import { element, replace } from './dom';
import { connect } from './host';

const page = document.getElementById('page') as HTMLElement;

const send = connect<AskState, FromAsk>(state => replace(page, ...render(state)));
send({ type: 'ready' });

function render({ asked, problem }: AskState): Node[] {
  const again = element('button', { type: 'button', id: 'again' }, 'Start again');
  again.addEventListener('click', () => send({ type: 'again' }));
  const form = asked === undefined ? [] : [askForm(asked, (name, value) => send({ type: 'answer', name, value }))];
  // All of it stands beside the answer: that can stay in sight only as far up as what it stands in.
  const questions = element('div', {},
    element('h1', {}, 'May I transfer…?'),
    element('p', {}, 'Answer what you know, in any order. What the answer does not depend on is not asked. A reading aid, not legal advice.'),
    ...[...(problem === undefined ? [] : [problem]), ...(asked?.problems ?? [])].map(text => element('p', { role: 'alert', class: 'problem' }, text)),
    ...form, again);
  return [element('div', { class: 'ask' }, questions, ...(asked?.answer == null ? [] : [answerSection(asked, asked.answer, send)]))];
}

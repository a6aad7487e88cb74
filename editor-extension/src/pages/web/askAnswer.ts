import { decisions, firmness, left } from '../../ask/model';
import type { AskAction, FromAsk } from '../../ask/messages';
import type { Answer, Asked, Place } from '../../protocol';
import { clauseLink, element } from './dom';

type FromAnswer = Extract<FromAsk, { type: 'open' | AskAction }>;

const actions: Record<AskAction, string> = { keep: 'Keep as scenario…', memo: 'Copy as memo', print: 'Print…' };

/**
 * The answer with its grounds, what is due, and what would make it lawful. The first lines stay in sight; the rest scrolls by itself.
 * @param offered what can be done with it
 */
export function answerSection(asked: Asked, answer: Answer, send: (message: FromAnswer) => void, offered: readonly AskAction[] = ['keep', 'memo', 'print']): HTMLElement {
  const { symbol, word, sentence } = decisions[answer.decision];
  const link = (list: 'applied' | 'defeated' | 'duties', index: number, place: Place, more = ''): Node =>
    element('li', {}, clauseLink(place.title == null ? place.clause : `${place.clause} ${place.title}`, () => send({ type: 'open', list, index })), more);
  return element('section', { class: 'answer', 'aria-label': 'Answer', tabindex: '0' },
    element('header', { 'aria-live': 'polite' },
      element('h2', { class: answer.decision }, element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), ` ${left(asked) > 0 ? 'So far: ' : ''}${word}`),
      element('p', { class: 'note' }, firmness(asked))),
    element('p', {}, sentence),
    element('p', { class: 'controls' }, ...offered.map(action => actionButton(action, send))),
    ...listed('Grounds', answer.applied.map((place, n) => link('applied', n, place))),
    ...listed('Set aside', answer.defeated.map((place, n) => link('defeated', n, place, ` yields to ${place.by} (${place.principle})`))),
    ...listed('What must also be done', answer.duties.map((duty, n) => link('duties', n, duty.clause))),
    ...listed('Ways to comply', answer.waysToComply.map(way => element('li', {}, way))),
    ...(answer.text === '' ? [] : [element('details', {}, element('summary', {}, 'The reasoning, word by word'), element('pre', {}, answer.text))]));
}

function actionButton(action: AskAction, send: (message: FromAnswer) => void): HTMLButtonElement {
  const button = element('button', { type: 'button', id: `do-${action}` }, actions[action]);
  button.addEventListener('click', () => send({ type: action }));
  return button;
}

function listed(title: string, items: Node[]): Node[] {
  return items.length === 0 ? [] : [element('h3', {}, title), element('ul', {}, ...items)];
}

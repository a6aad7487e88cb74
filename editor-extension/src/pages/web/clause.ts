import type { ClauseState, FromClause } from '../../clause/messages';
import { statusText } from '../../clause/words';
import type { ClauseReading, Override } from '../../protocol';
import { clauseLink, element, replace } from './dom';
import { drawOverrides } from './graph';
import { connect } from './host';

const page = document.getElementById('page') as HTMLElement;

const send = connect<ClauseState, FromClause>(({ clause }) => replace(page, ...(clause == null
  ? [element('p', { class: 'note' }, 'Put the cursor into a clause to read here what it says and what is around it.')]
  : render(clause))));
send({ type: 'ready' });

function render(clause: ClauseReading): Node[] {
  const { place, status } = clause;
  return [
    element('h1', {}, place.title ?? place.clause),
    element('p', {},
      ...(status == null ? [] : [element('span', { class: `dot ${status.word}`, role: 'img', 'aria-label': `Status ${statusText(status)}` }), `${statusText(status)} · `]),
      clauseLink(place.clause, () => send({ type: 'open', list: 'own', index: 0 })), ` · ${clause.instrument.title}`),
    element('blockquote', {}, clause.sentence),
    ...(clause.citation == null && clause.link == null ? [] : [element('p', {}, clause.link == null ? clause.citation ?? '' : clauseLink(`Read ${clause.citation ?? 'the official text'}`, () => send({ type: 'link' })))]),
    ...clause.lines.map(line => element('p', { class: 'line' }, line)),
    ...(clause.conflicts === 0 ? [] : [element('p', {}, clauseLink(clause.conflicts === 1 ? '1 conflict ▸' : `${clause.conflicts} conflicts ▸`, () => send({ type: 'conflicts' })))]),
    ...precedence(clause),
    ...scenarios(clause),
    element('p', { class: 'note' }, 'A reading aid, not legal advice.'),
  ];
}

function precedence(clause: ClauseReading): Node[] {
  if (clause.above.length + clause.below.length === 0) {
    return [];
  }

  const listed = (title: string, list: 'above' | 'below', overrides: readonly Override[]): Node[] => (overrides.length === 0 ? [] : [
    element('h3', {}, title),
    element('ul', {}, ...overrides.map((o, index) => element('li', {}, clauseLink(o.place.title ?? o.place.clause, () => send({ type: 'open', list, index })), `: ${o.why}`))),
  ]);
  return [
    element('h2', {}, 'What prevails'),
    element('div', { class: 'drawing' }, drawOverrides(clause, (list, index) => send({ type: 'open', list, index }))),
    ...listed('Yields to', 'above', clause.above),
    ...listed('Prevails over', 'below', clause.below),
  ];
}

function scenarios(clause: ClauseReading): Node[] {
  return [
    element('h2', {}, 'Scenarios that touch it'),
    clause.scenarios.length === 0
      ? element('p', { class: 'note' }, 'None.')
      : element('ul', {}, ...clause.scenarios.map((s, index) => element('li', {}, `${s.passed ? '✓' : '✗'} `, clauseLink(s.name, () => send({ type: 'open', list: 'scenarios', index })), s.passed ? '' : ' (fails)'))),
  ];
}

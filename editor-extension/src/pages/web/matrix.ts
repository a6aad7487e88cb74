import { outcomes } from '../../matrix/model';
import type { FromMatrix, MatrixState } from '../../matrix/messages';
import type { Spot } from '../grid';
import { chooser, element, replace } from './dom';
import { connect } from './host';
import { matrixTable } from './matrixTable';

const page = document.getElementById('page') as HTMLElement;
let spot: Spot | undefined;

const send = connect<MatrixState, FromMatrix>(state => replace(page, ...render(state)));
send({ type: 'ready' });

function render(state: MatrixState): Node[] {
  return [
    element('h1', {}, 'Transfer matrix'),
    controls(state),
    ...(state.problem === undefined ? [] : [element('p', { role: 'alert', class: 'problem' }, state.problem)]),
    ...(state.matrix === undefined ? [] : [matrixTable(state.matrix, spot, chosen => { spot = chosen; }, (at, clause) => send({ type: 'open', ...at, clause }))]),
    element('ul', { class: 'legend', 'aria-label': 'What the signs mean' }, ...Object.values(outcomes).map(o => element('li', {}, `${o.symbol} ${o.word}: ${o.sentence}`))),
    element('p', { class: 'note' }, 'For a controller who exports. Places that the law does not tell apart share a row or column. A reading aid, not legal advice.'),
  ];
}

function controls({ data, purposes, chosen }: MatrixState): HTMLElement {
  const kind = chooser('data', data, chosen.data, 'not specified');
  const purpose = chooser('purpose', purposes, chosen.purpose, 'not specified');
  const date = element('input', { id: 'date', type: 'date', value: chosen.date });
  const form = element('form', { class: 'controls' },
    element('label', { for: 'data' }, 'Data'), kind,
    element('label', { for: 'purpose' }, 'Purpose'), purpose,
    element('label', { for: 'date' }, 'On'), date);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('change', () => send({ type: 'choose', data: kind.value, purpose: purpose.value, date: date.value }));
  return form;
}

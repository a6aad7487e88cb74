import { assumed, outcomes } from '../../matrix/model';
import type { FromMatrix, MatrixState } from '../../matrix/messages';
import type { Spot } from '../grid';
import { element, replace } from './dom';
import { connect } from './host';
import { matrixControls } from './matrixControls';
import { matrixTable } from './matrixTable';

const page = document.getElementById('page') as HTMLElement;
let spot: Spot | undefined;

const send = connect<MatrixState, FromMatrix>(state => replace(page, ...render(state)));
send({ type: 'ready' });

function render(state: MatrixState): Node[] {
  return [
    element('h1', {}, 'Transfer matrix'),
    matrixControls(state, chosen => send({ type: 'choose', chosen })),
    ...(state.matrix === undefined ? [] : [element('p', { class: 'assumed' }, assumed(state.matrix))]),
    ...(state.problem === undefined ? [] : [element('p', { role: 'alert', class: 'problem' }, state.problem)]),
    ...(state.matrix === undefined ? [] : [matrixTable(state.matrix, spot, chosen => { spot = chosen; }, (at, clause) => send({ type: 'open', ...at, clause }))]),
    element('ul', { class: 'legend', 'aria-label': 'What the signs mean' }, ...Object.values(outcomes).map(o => element('li', {}, `${o.symbol} ${o.word}: ${o.sentence}`))),
    element('p', { class: 'note' }, 'Places that the law does not tell apart share a row or column. A reading aid, not legal advice.'),
  ];
}

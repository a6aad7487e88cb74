import { cellDetails, cellLabel, cellWord, firstTelling, outcomes } from '../../matrix/model';
import type { Matrix } from '../../protocol';
import type { Spot } from '../grid';
import { clauseLink, element } from './dom';
import { gridTable } from './gridTable';

/** The table of transfers. */
export function matrixTable(matrix: Matrix, start: Spot | undefined, chosen: (spot: Spot) => void, open: (spot: Spot, clause: number) => void): HTMLElement {
  const titled = (names: Matrix['origins']): { name: string; title: string }[] => names.map(n => ({ name: n.title, title: n.title }));
  return gridTable({
    label: 'Transfers: rows are where data comes from, columns where it goes',
    corner: 'from ↓   to →',
    rows: titled(matrix.origins),
    columns: titled(matrix.destinations),
    cell: spot => {
      const told = matrix.cells[spot.row]?.[spot.column];
      const outcome = told?.outcome ?? 'unregulated';
      const { symbol, word: bare } = outcomes[outcome];
      const word = told === undefined ? bare : cellWord(told);
      return { tone: outcome, label: cellLabel(matrix, spot), content: [element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), element('span', {}, word)] };
    },
    details: spot => detailsOf(matrix, spot, open),
  }, start !== undefined && matrix.cells[start.row]?.[start.column] !== undefined ? start : firstTelling(matrix), chosen);
}

function detailsOf(matrix: Matrix, spot: Spot, open: (spot: Spot, clause: number) => void): Node[] {
  const cell = matrix.cells[spot.row]?.[spot.column];
  if (cell === undefined) {
    return [];
  }

  const { sentence, safeguards, clauses, recipients } = cellDetails(cell);
  const { symbol } = outcomes[cell.outcome];
  return [
    element('h2', {}, `${symbol} ${cellLabel(matrix, spot)}`),
    element('p', {}, sentence),
    ...(safeguards.length === 0 ? [] : [element('ul', {}, ...safeguards.map(s => element('li', {}, s)))]),
    ...(recipients.length === 0 ? [] : [element('h3', {}, 'It depends on the recipient'), element('ul', {}, ...recipients.map(s => element('li', {}, s)))]),
    ...(clauses.length === 0 ? [] : [element('h3', {}, 'Decided by'), element('ul', {}, ...clauses.map((text, n) => element('li', {}, clauseLink(text, () => open(spot, n)))))]),
  ];
}

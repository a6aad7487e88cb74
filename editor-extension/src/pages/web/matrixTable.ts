import { cellDetails, cellLabel, firstTelling, move, outcomes, type Spot } from '../../matrix/model';
import type { Matrix } from '../../protocol';
import { clauseLink, element } from './dom';

/** The table with what it says about the chosen cell below. One cell is in the tab order; arrow keys move from it. */
export function matrixTable(matrix: Matrix, start: Spot | undefined, chosen: (spot: Spot) => void, open: (spot: Spot, clause: number) => void): HTMLElement {
  const details = element('section', { class: 'details', 'aria-live': 'polite' });
  const cells = matrix.cells.map((row, r) => row.map((cell, c) => {
    const { symbol, word } = outcomes[cell.outcome];
    const spot = { row: r, column: c };
    const made = element('td', { id: `cell-${r}-${c}`, role: 'gridcell', class: cell.outcome, tabindex: '-1', 'aria-label': cellLabel(matrix, spot) },
      element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), element('span', {}, word));
    made.addEventListener('click', () => choose(spot));
    return made;
  }));

  const choose = (spot: Spot): void => {
    cells.flat().forEach(cell => {
      cell.setAttribute('tabindex', '-1');
      cell.removeAttribute('aria-selected');
    });
    const cell = cells[spot.row]?.[spot.column];
    cell?.setAttribute('tabindex', '0');
    cell?.setAttribute('aria-selected', 'true');
    chosen(spot);
    details.replaceChildren(...detailsOf(matrix, spot, open));
  };

  const table = element('table', { role: 'grid', 'aria-label': 'Transfers: rows are where data comes from, columns where it goes' },
    element('thead', {}, element('tr', { role: 'row' }, element('th', { class: 'corner', scope: 'col' }, 'from ↓   to →'), ...matrix.destinations.map(d => element('th', { scope: 'col', role: 'columnheader', title: d.title }, d.title)))),
    element('tbody', {}, ...matrix.origins.map((origin, r) => element('tr', { role: 'row' }, element('th', { scope: 'row', role: 'rowheader', title: origin.title }, origin.title), ...(cells[r] ?? [])))));
  table.addEventListener('keydown', event => {
    const at = spotOf(event.target);
    const to = at && move(at, event.key, matrix.origins.length, matrix.destinations.length);
    if (to !== undefined) {
      event.preventDefault();
      choose(to);
      cells[to.row]?.[to.column]?.focus();
    } else if (at !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      choose(at);
      details.querySelector('button')?.focus();
    }
  });
  choose(start !== undefined && cells[start.row]?.[start.column] !== undefined ? start : firstTelling(matrix));
  return element('div', {}, element('div', { class: 'scroll' }, table), details);
}

function detailsOf(matrix: Matrix, spot: Spot, open: (spot: Spot, clause: number) => void): Node[] {
  const cell = matrix.cells[spot.row]?.[spot.column];
  if (cell === undefined) {
    return [];
  }

  const { sentence, safeguards, clauses } = cellDetails(cell);
  const { symbol } = outcomes[cell.outcome];
  return [
    element('h2', {}, `${symbol} ${cellLabel(matrix, spot)}`),
    element('p', {}, sentence),
    ...(safeguards.length === 0 ? [] : [element('ul', {}, ...safeguards.map(s => element('li', {}, s)))]),
    ...(clauses.length === 0 ? [] : [element('h3', {}, 'Decided by'), element('ul', {}, ...clauses.map((text, n) => element('li', {}, clauseLink(text, () => open(spot, n)))))]),
  ];
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const match = /^cell-(\d+)-(\d+)$/.exec((target as HTMLElement | null)?.id ?? '');
  return match === null ? undefined : { row: Number(match[1]), column: Number(match[2]) };
}

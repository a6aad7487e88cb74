import { move, type Spot } from '../grid';
import { element } from './dom';

/** What a table is made of. */
export interface Grid {
  label: string;
  corner: string;
  rows: readonly { name: string; title: string }[];
  columns: readonly { name: string; title: string }[];
  /** What a cell shows, its class, and what is said of it to those who do not see it. */
  cell(spot: Spot): { content: Node[]; tone: string; label: string };
  /** What stands below the table for a cell. */
  details(spot: Spot): Node[];
}

/** A table with what it says about the chosen cell below. One cell is in the tab order; arrow keys move from it. */
export function gridTable(grid: Grid, start: Spot, chosen: (spot: Spot) => void): HTMLElement {
  const details = element('section', { class: 'details', 'aria-live': 'polite' });
  const cells = grid.rows.map((_, r) => grid.columns.map((__, c) => {
    const spot = { row: r, column: c };
    const { content, tone, label } = grid.cell(spot);
    const made = element('td', { id: `cell-${r}-${c}`, role: 'gridcell', class: tone, tabindex: '-1', 'aria-label': label }, ...content);
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
    details.replaceChildren(...grid.details(spot));
  };

  const table = element('table', { role: 'grid', 'aria-label': grid.label },
    element('thead', {}, element('tr', { role: 'row' }, element('th', { class: 'corner', scope: 'col' }, grid.corner), ...grid.columns.map(d => element('th', { scope: 'col', role: 'columnheader', title: d.title }, d.name)))),
    element('tbody', {}, ...grid.rows.map((row, r) => element('tr', { role: 'row' }, element('th', { scope: 'row', role: 'rowheader', title: row.title }, row.name), ...(cells[r] ?? [])))));
  table.addEventListener('keydown', event => {
    const at = spotOf(event.target);
    const to = at && move(at, event.key, grid.rows.length, grid.columns.length);
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
  choose(start);
  return element('div', {}, element('div', { class: 'scroll' }, table), details);
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const match = /^cell-(\d+)-(\d+)$/.exec((target as HTMLElement | null)?.id ?? '');
  return match === null ? undefined : { row: Number(match[1]), column: Number(match[2]) };
}

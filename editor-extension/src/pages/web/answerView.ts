import type { RowSpot } from '../../questions/messages';
import type { AnswerPage, AnswerRow, AnswerTable } from '../../protocol';
import type { Spot } from '../grid';
import { clauseLink, element } from './dom';
import { gridTable } from './gridTable';

type Open = (at: RowSpot, place: number) => void;

const mostDetails = 2;
const mostPlaces = 6;

const levels: Record<string, string> = { none: 'no change', patch: 'patch', minor: 'minor', major: 'major' };
const symbols: Record<string, string> = { bad: '✕', caution: '◐', good: '✓', quiet: '–' };

/** An answer below a heading: what it comes to, a table where there is one, and its lines, each of which leads to the words. */
export function answerView(answer: AnswerPage, heading: string, spot: Spot | undefined, chosen: (spot: Spot) => void, open: Open): Node[] {
  const below = answer.title === heading ? 'h2' : 'h3';
  return [
    ...(answer.title === heading ? [] : [element('h2', {}, answer.title)]),
    element('p', { class: 'summary' }, ...(answer.level == null ? [] : [element('strong', { class: `level ${answer.level}` }, levels[answer.level] ?? answer.level), ' ']), answer.summary.join(' ')),
    ...(answer.table == null ? [] : [tableView(answer.table, below, spot, chosen, open), element('p', { class: 'note' }, answer.table.legend)]),
    ...answer.sections.map((section, s) => element('section', {},
      element(below, {}, section.title),
      rowList(section.rows, (row, place) => open({ section: s, row }, place)))),
    ...(answer.notes.length === 0 ? [] : [element(below, {}, 'Beside this'), element('ul', { class: 'note' }, ...answer.notes.map(note => element('li', {}, note)))]),
  ];
}

function rowList(rows: readonly AnswerRow[], open: (row: number, place: number) => void): HTMLElement {
  return element('ul', { class: 'rows' }, ...rows.map((row, n) => rowView(row, place => open(n, place))));
}

/** A line; it leads to what it is about, and its other places stand below it. */
function rowView(row: AnswerRow, open: (place: number) => void): HTMLElement {
  const details = row.details.map(text => element('li', {}, text));
  const places = row.places.map((place, n) => clauseLink(place.title == null ? place.clause : `${place.clause} ${place.title}`, () => open(n)));
  return element('li', { class: `row ${row.kind}` },
    row.places.length === 0 ? element('span', {}, row.text) : clauseLink(row.text, () => open(0)),
    ...titleOf(row),
    ...(details.length === 0 ? [] : [element('ul', { class: 'details' }, ...details.slice(0, mostDetails))]),
    ...more(details.slice(mostDetails), 'more', items => element('ul', { class: 'details' }, ...items)),
    ...(places.length < 2 ? [] : [element('p', { class: 'places' }, 'Go to: ', ...apart(places.slice(0, mostPlaces)))]),
    ...more(places.slice(mostPlaces), 'more places', items => element('p', { class: 'places' }, ...apart(items))));
}

/** What the one clause of a line is called, where the line does not say it. */
function titleOf({ text, places }: AnswerRow): Node[] {
  const title = places.length === 1 ? places[0]?.title : undefined;
  return title == null || text.includes(title) ? [] : [element('span', { class: 'note' }, ` ${title}`)];
}

function more<T extends Node>(items: readonly T[], what: string, shown: (items: readonly T[]) => Node): Node[] {
  return items.length === 0 ? [] : [element('details', {}, element('summary', {}, `and ${items.length} ${what}`), shown(items))];
}

function apart(items: readonly Node[]): (Node | string)[] {
  return items.flatMap((item, n) => (n === 0 ? [item] : [', ', item]));
}

function tableView(table: AnswerTable, heading: 'h2' | 'h3', spot: Spot | undefined, chosen: (spot: Spot) => void, open: Open): HTMLElement {
  const cellAt = ({ row, column }: Spot): AnswerTable['cells'][number][number] | undefined => table.cells[row]?.[column];
  const label = (at: Spot): string => `${table.rows[at.row]?.title ?? ''}, ${table.columns[at.column]?.title ?? ''}: ${cellAt(at)?.text ?? ''}`;
  const telling = table.cells.findIndex(row => row.some(c => c.rows.length > 0));
  const first = { row: Math.max(0, telling), column: Math.max(0, table.cells[Math.max(0, telling)]?.findIndex(c => c.rows.length > 0) ?? 0) };
  return gridTable({
    label: 'Parties and articles: rows are parties, columns are articles',
    corner: 'party ↓   article →',
    rows: table.rows.map(({ name, title }) => ({ name: title, title: name })), // People read what a party and an article are called.
    columns: table.columns.map(({ name, title }) => ({ name: title, title: name })),
    cell: at => {
      const cell = cellAt(at);
      return {
        tone: cell?.tone ?? 'quiet', label: [label(at), cell?.sign ?? ''].filter(text => text !== '').join('; '), // What is seen is said, too.
        content: [element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbols[cell?.tone ?? 'quiet'] ?? ''), element('span', {}, cell?.sign ?? '')],
      };
    },
    details: at => [
      element(heading, {}, label(at)),
      rowList(cellAt(at)?.rows ?? [], (row, place) => open({ tableRow: at.row, column: at.column, row }, place)),
    ],
  }, spot !== undefined && cellAt(spot) !== undefined ? spot : first, chosen);
}

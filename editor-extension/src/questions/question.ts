// A question about the whole workspace: what is chosen for it, and how it is asked. Free of VS Code.
import type { AnswerPage, AnswerRow, InstrumentList, Name, Place, Requests } from '../protocol';
import type { Control, RowSpot } from './messages';

export type Chosen = Readonly<Record<string, string | readonly string[]>>;

/** The names that can be chosen from. */
export interface Names { laws: InstrumentList; places: readonly Name[]; actions: readonly Name[]; data: readonly Name[] }

type Asking = { [M in keyof Requests]: Requests[M][1] extends AnswerPage ? { method: M; params: Requests[M][0] } : never }[keyof Requests];

/** What to ask, or what is still to be chosen first. */
export type Asked = Asking | { missing: string };

export interface Question {
  /** The type of its view. */
  kind: string;
  title: string;
  intro: string;
  /** Whether it begins with what the breaches of treaties say. */
  counts?: boolean;
  /** What is chosen at first. */
  begin(names: Names, today: string): Chosen;
  controls(names: Names, chosen: Chosen): Control[];
  ask(names: Names, chosen: Chosen): Asked;
}

export function text(chosen: Chosen, id: string): string {
  const value = chosen[id];
  return typeof value === 'string' ? value : '';
}

export function list(chosen: Chosen, id: string): readonly string[] {
  const value = chosen[id];
  return typeof value === 'string' || value === undefined ? [] : value;
}

/** Frameworks, and the legal orders that are not one of them. */
export function frameworksAndOrders({ laws }: Names): Name[] {
  return [...laws.instruments.map(i => ({ name: i.name, title: i.title })), ...laws.orders.filter(o => laws.instruments.every(i => i.name !== o.name))];
}

/** The frameworks that ask something of the law of their parties. */
export function treaties({ laws }: Names): Name[] {
  return laws.instruments.filter(i => i.asks && i.parties.length > 0).map(i => ({ name: i.name, title: i.title }));
}

/** The treaty that is broken most often, or the first. */
export function mostBroken(names: Names): string {
  const breaches = (treaty: Name): number => names.laws.instruments.find(i => i.name === treaty.name)?.breaches ?? 0;
  return treaties(names).reduce<Name | undefined>((worst, treaty) => (worst === undefined || breaches(treaty) > breaches(worst) ? treaty : worst), undefined)?.name ?? '';
}

/** The line at a place of an answer; a page can open nothing else. */
export function rowAt(answer: AnswerPage, at: RowSpot): AnswerRow | undefined {
  return 'section' in at ? answer.sections[at.section]?.rows[at.row] : answer.table?.cells[at.tableRow]?.[at.column]?.rows[at.row];
}

export function placeAt(answer: AnswerPage | undefined, at: RowSpot, place: number): Place | undefined {
  return answer === undefined ? undefined : rowAt(answer, at)?.places[place];
}

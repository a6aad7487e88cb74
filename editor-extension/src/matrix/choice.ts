// What is asked for a matrix, and what there is to choose from. Free of VS Code and of the browser.
import type { Name, Requests } from '../protocol';
import type { MatrixChoice, MatrixNames } from './messages';
import { placesIn } from './model';

// What most transfer clauses speak of; of data that nobody names, none of them does.
const usualData = 'PersonalData';

/** Nothing to choose from. */
export const noNames: MatrixNames = { data: [], purposes: [], roles: [], organisations: [], places: [] };

/** What a matrix is about at first. */
export function firstChoice(date: string): MatrixChoice {
  return { data: usualData, purpose: '', date, actor: '', recipient: '', organisation: '', places: '' };
}

/** What is asked of the server. */
export function matrixQuestion({ data, purpose, date, actor, recipient, organisation, places }: MatrixChoice): Requests['policy/matrix'][0] {
  const pinned = placesIn(places);
  return {
    date, days: true,
    ...(data === '' ? {} : { data }), ...(purpose === '' ? {} : { purpose }), ...(actor === '' ? {} : { actor: [actor] }), ...(recipient === '' ? {} : { recipient }),
    ...(organisation === '' ? {} : { organisation }), ...(pinned.length === 0 ? {} : { origins: pinned, destinations: pinned }),
  };
}

/** Asks for what there is to choose from. */
export async function matrixNames(vocabulary: (kind: string) => Promise<Name[]>): Promise<MatrixNames> {
  const [data, purposes, roles, organisations, places] = await Promise.all([
    vocabulary('data'), vocabulary('purpose'), vocabulary('role'), vocabulary('organisation'), vocabulary('jurisdiction')]);
  return { data, purposes, roles, organisations, places };
}

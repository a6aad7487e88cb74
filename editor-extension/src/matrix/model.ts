// How the cells of the matrix are told. Free of VS Code and of the browser.
import type { Spot } from '../pages/grid';
import type { Cell, Matrix, Outcome } from '../protocol';

export interface OutcomeWords { symbol: string; word: string; sentence: string }

/** A sign and a word for each outcome: colour alone tells nothing. */
export const outcomes: Record<Outcome, OutcomeWords> = {
  free: { symbol: '✓', word: 'free', sentence: 'Permitted as it is.' },
  safeguards: { symbol: '◐', word: 'with safeguards', sentence: 'Permitted once one of these is added.' },
  prohibited: { symbol: '✕', word: 'prohibited', sentence: 'Prohibited, whatever safeguard is added.' },
  conflicting: { symbol: '⚠', word: 'in conflict', sentence: 'One law asks for what another forbids.' },
  unregulated: { symbol: '–', word: 'no rule', sentence: 'No clause speaks of it.' },
  impossible: { symbol: '∅', word: 'cannot occur', sentence: 'An assumption of the files excludes it.' },
};

/** What a screen reader says of a cell. */
export function cellLabel(matrix: Matrix, { row, column }: Spot): string {
  const cell = matrix.cells[row]?.[column];
  const from = matrix.origins[row]?.title ?? '';
  const to = matrix.destinations[column]?.title ?? '';
  return cell === undefined ? '' : `From ${from} to ${to}: ${cellWord(cell)}`;
}

/** What a cell comes to, in a few words. */
export function cellWord({ outcome, conditions, recipients }: Cell): string {
  const word = outcome === 'safeguards' && conditions != null ? `with ${conditions === 1 ? '1 condition' : `${conditions} conditions`}` : outcomes[outcome].word;
  return recipients == null || recipients.length === 0 ? word : `${word}, depends on recipient`;
}

/** What the matrix takes for granted, in a sentence. */
export function assumed(matrix: Matrix): string {
  const actors = matrix.actor.join(' and ');
  const data = matrix.data ?? 'data of no stated kind';
  const purpose = matrix.purpose == null ? '' : ` for ${matrix.purpose}`;
  const recipient = matrix.recipient == null ? ', to nobody in particular' : ` to ${matrix.recipient}`;
  const policy = matrix.organisation == null || matrix.organisation === 'none' ? '' : `, under the policy of ${matrix.organisation}`;
  return `On ${matrix.date}, somebody who is ${actors} transfers ${data}${purpose}${recipient}${policy}; nothing else is known of the case.`;
}

/** The place of the last of some days that is not after another; -1 where all are. */
export function tickOf(days: readonly string[], date: string): number {
  return days.filter(day => day <= date).length - 1;
}

/** The names in a list with commas. */
export function placesIn(text: string): string[] {
  return [...new Set(text.split(/[,;\s]+/).filter(name => name !== ''))];
}

const byRecipient = { permitted: 'permitted', prohibited: 'prohibited', conflicting: 'in conflict', unregulated: 'not regulated' };

/** The cell to begin with: the first that some clause decides. */
export function firstTelling(matrix: Matrix): Spot {
  const row = Math.max(0, matrix.cells.findIndex(cells => cells.some(c => c.clauses.length > 0)));
  return { row, column: Math.max(0, matrix.cells[row]?.findIndex(c => c.clauses.length > 0) ?? 0) };
}

/** What stands below the table for a cell that was chosen. */
export function cellDetails(cell: Cell): { sentence: string; safeguards: string[]; clauses: string[]; recipients: string[] } {
  return {
    sentence: outcomes[cell.outcome].sentence,
    recipients: (cell.recipients ?? []).map(r => `${r.roles.length === 0 ? 'To nobody in particular' : `To ${r.roles.map(n => n.title).join(', ')}`}: ${byRecipient[r.outcome]}`),
    safeguards: cell.safeguards,
    clauses: cell.clauses.map(c => (c.title == null ? c.clause : `${c.clause} ${c.title}`)),
  };
}

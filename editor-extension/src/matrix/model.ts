// How the cells of the matrix are told. Free of VS Code and of the browser.
import type { Spot } from '../pages/grid';
import type { Cell, Matrix, Outcome } from '../protocol';

export interface OutcomeWords { symbol: string; word: string; sentence: string }

/** A sign and a word for each outcome: colour alone tells nothing. */
export const outcomes: Record<Outcome, OutcomeWords> = {
  free: { symbol: '✓', word: 'free', sentence: 'Permitted as it is.' },
  safeguards: { symbol: '◐', word: 'with safeguards', sentence: 'Permitted once one of these is added.' },
  prohibited: { symbol: '✕', word: 'prohibited', sentence: 'Prohibited, whatever is added.' },
  conflicting: { symbol: '⚠', word: 'in conflict', sentence: 'One law asks for what another forbids.' },
  unregulated: { symbol: '–', word: 'no rule', sentence: 'No clause speaks of it.' },
  impossible: { symbol: '∅', word: 'cannot occur', sentence: 'An assumption of the files excludes it.' },
};

/** What a screen reader says of a cell. */
export function cellLabel(matrix: Matrix, { row, column }: Spot): string {
  const cell = matrix.cells[row]?.[column];
  const from = matrix.origins[row]?.title ?? '';
  const to = matrix.destinations[column]?.title ?? '';
  return cell === undefined ? '' : `From ${from} to ${to}: ${outcomes[cell.outcome].word}`;
}

/** The cell to begin with: the first that some clause decides. */
export function firstTelling(matrix: Matrix): Spot {
  const row = Math.max(0, matrix.cells.findIndex(cells => cells.some(c => c.clauses.length > 0)));
  return { row, column: Math.max(0, matrix.cells[row]?.findIndex(c => c.clauses.length > 0) ?? 0) };
}

/** What stands below the table for a cell that was chosen. */
export function cellDetails(cell: Cell): { sentence: string; safeguards: string[]; clauses: string[] } {
  return {
    sentence: outcomes[cell.outcome].sentence,
    safeguards: cell.safeguards,
    clauses: cell.clauses.map(c => (c.title == null ? c.clause : `${c.clause} ${c.title}`)),
  };
}

// How the status of a clause is told. Free of VS Code and of the browser.
import type { ClauseStatus } from '../protocol';

/** The words that the language knows, from first to last. */
export const statusWords: readonly string[] = ['draft', 'reviewed', 'approved'];

export function statusText(status: ClauseStatus): string {
  return [status.word, ...(status.by == null ? [] : [`by ${status.by}`]), ...(status.on == null ? [] : [`on ${status.on}`])].join(' ');
}

// How the status of a clause is told. Free of VS Code and of the browser.
import type { ClauseStatus } from '../protocol';

/** The words that the language knows, from first to last. */
export const statusWords: readonly string[] = ['draft', 'reviewed', 'approved'];

/** What a clause counts as that says nothing of its status, or a word that the language does not know. */
export const withoutStatus = 'no status';

/** A status to choose by. */
export function statusKind(word: string | null | undefined): string {
  return word != null && statusWords.includes(word) ? word : withoutStatus;
}

export function statusText(status: ClauseStatus): string {
  return [status.word, ...(status.by == null ? [] : [`by ${status.by}`]), ...(status.on == null ? [] : [`on ${status.on}`])].join(' ');
}

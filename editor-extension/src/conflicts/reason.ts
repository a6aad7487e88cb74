// Why a conflict is accepted. Free of VS Code.

/** What is wrong with a reason; undefined where nothing is. "…" says nothing. */
export function reasonProblem(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.test(text) ? undefined : 'Say in your own words why the conflict is accepted.';
}

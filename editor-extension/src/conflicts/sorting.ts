// In which order conflicts are listed. Free of VS Code.
import type { Conflict } from '../protocol';
import { openStatuses, statuses } from './words';

/** By what conflicts are sorted. */
export type Order = 'severity' | 'name' | 'kind';

export const severities: readonly string[] = ['error', 'warning', 'information', 'hint'];

/** Open conflicts first and errors before warnings, or by name or kind. */
export function inOrder(conflicts: readonly Conflict[], order: Order): Conflict[] {
  return [...conflicts].sort((a, b) => (order === 'name' ? 0 : order === 'kind' ? a.kind.localeCompare(b.kind) : urgency(a) - urgency(b)) || name(a).localeCompare(name(b)) || (a.id < b.id ? -1 : 1));
}

function urgency(conflict: Conflict): number {
  const open = openStatuses.includes(conflict.status) ? 0 : 1;
  return (open * severities.length + severities.indexOf(conflict.severity)) * statuses.length + statuses.indexOf(conflict.status);
}

function name(conflict: Conflict): string {
  return conflict.sides.map(s => s.title ?? s.clause).join(' × ');
}

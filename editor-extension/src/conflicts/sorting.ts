// In which order conflicts are listed. Free of VS Code.
import type { Conflict, ConflictSide } from '../protocol';
import { openStatuses, statuses } from './words';

/** By what conflicts are sorted. */
export type Order = 'severity' | 'name' | 'kind';

export const severities: readonly string[] = ['error', 'warning', 'information', 'hint'];

/** Open conflicts first and errors before warnings, or by name or kind. */
export function inOrder(conflicts: readonly Conflict[], order: Order): Conflict[] {
  return [...conflicts].sort((a, b) => (order === 'name' ? 0 : order === 'kind' ? a.kind.localeCompare(b.kind) : urgency(a) - urgency(b)) || titles(a.sides).localeCompare(titles(b.sides)) || (a.id < b.id ? -1 : 1));
}

function urgency(conflict: Conflict): number {
  const open = openStatuses.includes(conflict.status) ? 0 : 1;
  return (open * severities.length + severities.indexOf(conflict.severity)) * statuses.length + statuses.indexOf(conflict.status);
}

/** Sides by their titles; by their names where they have none. */
export function titles(sides: readonly ConflictSide[]): string {
  return sides.map(s => s.title ?? s.clause).join(' × ');
}

// How kinds and statuses of conflicts are told. Free of VS Code.
import type { Status } from '../protocol';

const kinds: Record<string, string> = {
  'dilemma': 'Dilemma: no choice complies with both',
  'avoidable-dilemma': 'Avoidable dilemma: some choice complies with both',
  'contradiction': 'Contradiction within one legal order',
  'waiver-conflict': 'A duty that another clause waives',
  'treaty-breach': 'Breach of a treaty',
  'missing-transposition': 'A rule that a treaty asks for is missing',
  'treaty-conflict': 'Duties of treaties that exclude each other',
  'unlawful-permission': 'A permission that higher law forbids',
  'unlawful-prohibition': 'A prohibition that leaves no way of complying with higher law',
  'tension': 'Tension with guidance that does not bind',
};

const principles: Record<string, string> = {
  explicit: 'the text says so',
  superior: 'it is of higher rank',
  specialis: 'it is more specific',
  posterior: 'it is later',
};

/** Those that can be listed, the most urgent first; what has ended is history. */
export const statuses: readonly Status[] = ['unresolved', 'excusable', 'avoidable', 'acknowledged', 'resolved'];

/** Those that wait for somebody. */
export const openStatuses: readonly Status[] = ['unresolved', 'excusable', 'avoidable'];

export const statusTitles: Record<Status, string> = {
  unresolved: 'Unresolved',
  excusable: 'Excusable',
  avoidable: 'Avoidable',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved by precedence',
  ended: 'Ended',
};

export function kindTitle(kind: string): string {
  return kinds[kind] ?? kind;
}

export function principleTitle(principle: string): string {
  return principles[principle] ?? principle;
}

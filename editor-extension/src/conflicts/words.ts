// How kinds and statuses of conflicts are told. Free of VS Code.
import type { Status } from '../protocol';

const kinds: Record<string, string> = {
  'dilemma': 'Dilemma: no choice complies with both',
  'avoidable-dilemma': 'Avoidable dilemma: some choice complies with both',
  'contradiction': 'Contradiction within one legal order',
  'waiver-conflict': 'A duty that another clause waives',
  'treaty-breach': 'Breach of a treaty',
  'missing-transposition': 'A rule that a treaty asks for is missing',
  'unlawful-permission': 'A permission that higher law forbids',
  'tension': 'Tension with guidance that does not bind',
};

const principles: Record<string, string> = {
  explicit: 'the text says so',
  superior: 'it is of higher rank',
  specialis: 'it is more specific',
  posterior: 'it is later',
};

export const statuses: readonly Status[] = ['unresolved', 'avoidable', 'acknowledged', 'resolved'];

/** Those that wait for somebody. */
export const openStatuses: readonly Status[] = ['unresolved', 'avoidable'];

export const statusTitles: Record<Status, string> = {
  unresolved: 'Unresolved',
  avoidable: 'Avoidable',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved by precedence',
};

export function kindTitle(kind: string): string {
  return kinds[kind] ?? kind;
}

export function principleTitle(principle: string): string {
  return principles[principle] ?? principle;
}

// What a page with an answer and the extension say to each other.
import type { AnswerPage, Name } from '../protocol';

/** Something to choose above an answer. */
export type Control =
  | { kind: 'choice'; id: string; label: string; names: readonly Name[]; value: string; empty: string }
  | { kind: 'choices'; id: string; label: string; names: readonly Name[]; value: readonly string[] }
  | { kind: 'date'; id: string; label: string; value: string; ticks?: readonly string[] }
  | { kind: 'button'; id: string; label: string };

export interface QuestionState {
  title: string;
  intro: string;
  controls: readonly Control[];
  answer?: AnswerPage;
  problem?: string;
  /** Whether an answer is being worked out. */
  busy: boolean;
  /** Whether the text has changed since the answer. */
  stale: boolean;
}

/** Where a line stands in an answer: in a section, or in an entry of its table. */
export type RowSpot = { section: number; row: number } | { tableRow: number; column: number; row: number };

export type FromQuestion =
  | { type: 'ready' }
  | { type: 'again' }
  | { type: 'press'; id: string }
  | { type: 'set'; id: string; value: string | string[] }
  | { type: 'open'; at: RowSpot; place: number };

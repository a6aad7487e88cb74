// What the question page and the extension say to each other.
import type { Asked, Value } from '../protocol';

export interface AskState { asked?: Asked; problem?: string }

/** What can be done with an answer. */
export type AskAction = 'keep' | 'memo' | 'print';

export type FromAsk =
  | { type: 'ready' }
  | { type: 'answer'; name: string; value: Value | null }
  | { type: 'again' }
  | { type: AskAction }
  | { type: 'open'; list: 'applied' | 'defeated' | 'duties'; index: number };

// What the question page and the extension say to each other.
import type { Asked, Value } from '../protocol';

export interface AskState { asked?: Asked; problem?: string }

export type FromAsk =
  | { type: 'ready' }
  | { type: 'answer'; name: string; value: Value | null }
  | { type: 'again' }
  | { type: 'open'; list: 'applied' | 'defeated' | 'duties'; index: number };

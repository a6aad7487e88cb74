// What the matrix page and the extension say to each other.
import type { Matrix, Name } from '../protocol';

export interface MatrixState {
  data: Name[];
  purposes: Name[];
  chosen: { data: string; purpose: string; date: string };
  matrix?: Matrix;
  problem?: string;
}

export type FromMatrix =
  | { type: 'ready' }
  | { type: 'choose'; data: string; purpose: string; date: string }
  | { type: 'open'; row: number; column: number; clause: number };

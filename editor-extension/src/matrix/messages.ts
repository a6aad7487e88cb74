// What the matrix page and the extension say to each other.
import type { Matrix, Name } from '../protocol';

/** What the matrix is about; an empty text is what nobody has chosen. */
export interface MatrixChoice {
  data: string;
  purpose: string;
  date: string;
  actor: string;
  recipient: string;
  organisation: string;
  /** Places for rows and columns, with commas between them; empty for all. */
  places: string;
}

/** What each control offers. */
export interface MatrixNames { data: Name[]; purposes: Name[]; roles: Name[]; organisations: Name[]; places: Name[] }

export interface MatrixState extends MatrixNames {
  chosen: MatrixChoice;
  matrix?: Matrix;
  problem?: string;
}

export type FromMatrix =
  | { type: 'ready' }
  | { type: 'choose'; chosen: MatrixChoice }
  | { type: 'open'; row: number; column: number; clause: number };

// What a result is made of, and what it may do.
import type { Place } from '../../../../editor-extension/src/protocol';
import type { LspDiagnostic, LspWorkspaceEdit } from '../editor/convert';
import type { PolicyServer } from '../server';

/** What panels can reach. */
export interface Page {
  readonly server: PolicyServer;
  /** The address of the policy text that is shown. */
  readonly uri: string | undefined;
  /** The findings of every document. */
  findings(): { uri: string; found: readonly LspDiagnostic[] }[];
  nameOf(uri: string): string;
  open(place: Pick<Place, 'uri' | 'range'>): void;
  apply(edit: LspWorkspaceEdit): void;
  fix(place: Pick<Place, 'uri' | 'range'>): void;
  /** Shows this panel anew, because something was chosen in it. */
  again(): void;
}

export interface Panel {
  readonly name: string;
  readonly title: string;
  /** What is shown of the texts as they are now; rejects as the server does. */
  show(page: Page, signal: AbortSignal): Promise<Node[]>;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

import type { ClauseReading } from '../protocol';

export type ClauseState = { clause?: ClauseReading | null };

/** The page names what to open by where it stands in the answer, so that it can open nothing else. */
export type FromClause = { type: 'ready' } | { type: 'link' } | { type: 'conflicts' } | { type: 'open'; list: 'own' | 'above' | 'below' | 'scenarios'; index: number };

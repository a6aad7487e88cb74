// Which questions are put, and how an answer is told. Free of VS Code and of the browser.
import type { Answer, Asked, Question } from '../protocol';

export interface Decision { symbol: string; word: string; sentence: string }

export const decisions: Record<Answer['decision'], Decision> = {
  permitted: { symbol: '✓', word: 'Permitted', sentence: 'A clause allows it, and none that prevails forbids it.' },
  prohibited: { symbol: '✕', word: 'Prohibited', sentence: 'A clause forbids it, and none that prevails allows it.' },
  conflicting: { symbol: '⚠', word: 'In conflict', sentence: 'One law asks for what another forbids; no precedence decides between them.' },
  unregulated: { symbol: '–', word: 'No rule', sentence: 'No clause of these files speaks of this case.' },
};

/** The questions whose answer matters, and those that were answered; the rest is not put. */
export function put(asked: Asked): Question[] {
  return asked.questions.filter(q => q.matters || q.value != null);
}

/** How many questions that matter have no answer yet. */
export function left(asked: Asked): number {
  return asked.questions.filter(q => q.matters && q.value == null).length;
}

/** A sentence about how firm the answer is. */
export function firmness(asked: Asked): string {
  const open = left(asked);
  return open === 0 ? 'Nothing else matters: the answer stands.'
    : `${open === 1 ? '1 more fact' : `${open} more facts`} may change this answer. What is not answered counts as "no" or "not specified".`;
}

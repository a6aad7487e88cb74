// Which questions are put, and how an answer is told. Free of VS Code and of the browser.
import type { Answer, Asked, Question, Value } from '../protocol';

export interface Decision { symbol: string; word: string; sentence: string }

export const decisions: Record<Answer['decision'], Decision> = {
  permitted: { symbol: '✓', word: 'Permitted', sentence: 'A clause allows it, and none that prevails forbids it.' },
  prohibited: { symbol: '✕', word: 'Prohibited', sentence: 'A clause forbids it, and none that prevails allows it.' },
  conflicting: { symbol: '⚠', word: 'In conflict', sentence: 'One law asks for what another forbids; no precedence decides between them.' },
  unregulated: { symbol: '–', word: 'No rule', sentence: 'No clause of these files speaks of this case.' },
};

// What a case is told by, before its circumstances.
const act = new Set(['action', 'date', 'organisation', 'actor', 'data', 'target', 'origin', 'destination', 'recipient', 'location', 'purpose']);

/** The questions by weight. What neither matters nor was answered is not put. */
export interface Put {
  told: Question[];
  /** Another answer to one of them, and to nothing else, changes the decision. */
  alone: Question[];
  /** What else the act is told by. */
  act: Question[];
  /** What matters only along with others, or once they are answered. */
  more: Question[];
}

export function put(asked: Asked): Put {
  const open = asked.questions.filter(q => q.matters && q.value == null);
  const others = open.filter(q => q.weight !== 1);
  return {
    told: asked.questions.filter(q => q.value != null),
    alone: open.filter(q => q.weight === 1),
    act: others.filter(q => act.has(q.name)),
    more: others.filter(q => !act.has(q.name)).sort((a, b) => (a.weight ?? Infinity) - (b.weight ?? Infinity) || 0),
  };
}

/** How many questions that matter have no answer yet. */
export function left(asked: Asked): number {
  return asked.questions.filter(q => q.matters && q.value == null).length;
}

/** A sentence about how firm the answer is. */
export function firmness(asked: Asked): string {
  const open = left(asked);
  if (open === 0) {
    return 'Nothing else matters: the answer stands.';
  }

  const alone = put(asked).alone.length;
  const facts = (n: number): string => (n === 1 ? '1 fact' : `${n} facts`);
  return `${alone === 0 ? 'No single fact changes it' : `Any of ${facts(alone)} alone changes it`}; ${facts(open)} ${open === 1 ? 'is' : 'are'} open, and ${open === 1 ? 'counts' : 'count'} as "no" or "not specified".`.replace('Any of 1 fact alone', '1 fact alone');
}

/** What a scenario of a case may be called, before somebody gives it a better name. */
export function titleOf(facts: Readonly<Record<string, Value>>): string {
  const part = (before: string, name: string): string => (facts[name] === undefined ? '' : `${before}${[facts[name]].flat().join(' and ')}`);
  const words = `${part('', 'action')}${part(' ', 'data')}${part(' from ', 'origin')}${part(' to ', 'destination')}${part(', ', 'date')}`;
  return words === '' ? 'A case' : words[0]?.toUpperCase() + words.slice(1);
}

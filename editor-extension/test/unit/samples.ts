import type { Asked, Conflict, ConflictGroup, ConflictList, ConflictSide, Matrix, Place, Question } from '../../src/protocol';

/** A name that would run if it were taken for a page's own text. */
export const hostile = '<img src=x onerror=alert(1)>"\'&';

export function place(clause: string, line = 0, title?: string): Place {
  return { clause, uri: 'file:///laws/a.policy', range: { start: { line, character: 2 }, end: { line, character: 5 } }, ...(title === undefined ? {} : { title }) };
}

/** A side whose legal order is the part before the dot. */
export function side(clause: string, title?: string, mine = true): ConflictSide {
  return { clause, order: clause.split('.')[0] ?? '', mine, ...(title === undefined ? {} : { title }) };
}

/** All sides are the reader's own unless it says otherwise. */
export function conflict(more: Partial<Conflict> = {}): Conflict {
  const clauses = more.clauses ?? [place('A.Ban', 4, 'Bar'), place('B.Order', 11)];
  return {
    id: 'PL4001:A.Ban+B.Order', code: 'PL4001', kind: 'dilemma', status: 'unresolved', severity: 'error', frameworks: ['A', 'B'],
    clauses, sides: clauses.map(c => side(c.clause, c.title ?? undefined)), concerns: true, witnessText: 'on 2021-01-01, Exporter transfers Health from DE to US', message: 'They clash.', avoidBy: [], group: 1, ...more,
  };
}

/** Conflicts with the groups that they name. */
export function listed(conflicts: Conflict[], more: Partial<ConflictGroup>[] = []): ConflictList {
  const numbers = [...new Set(conflicts.map(c => c.group))].sort();
  return { conflicts, groups: numbers.map((number, n) => ({ number, title: `B requires what A prohibits ${number}`, severity: 'error', days: [], ...more[n] })) };
}

export function matrix(more: Partial<Matrix> = {}): Matrix {
  return {
    date: '2025-01-01', data: 'Health', purpose: null, actor: ['Controller', 'Exporter'],
    origins: [{ name: 'EEA', title: 'EEA' }, { name: 'US', title: 'United States' }],
    destinations: [{ name: 'EEA', title: 'EEA' }, { name: 'US', title: 'United States' }, { name: 'JP', title: 'Japan' }],
    cells: [
      [{ outcome: 'unregulated', safeguards: [], clauses: [] }, { outcome: 'safeguards', safeguards: ['Put SCC in place.'], clauses: [place('A.Ban', 4, 'Bar'), place('A.Ground')] }, { outcome: 'free', safeguards: [], clauses: [place('A.Adequate')] }],
      [{ outcome: 'conflicting', safeguards: [], clauses: [place('B.Order')] }, { outcome: 'prohibited', safeguards: [], clauses: [place('A.Ban')] }, { outcome: 'unregulated', safeguards: [], clauses: [] }],
    ], ...more,
  };
}

export function question(name: string, more: Partial<Question> = {}): Question {
  return { name, title: name, type: 'boolean', values: [], value: null, matters: true, ...more };
}

export function asked(more: Partial<Asked> = {}): Asked {
  return { questions: [], answer: { decision: 'prohibited', applied: [place('A.Ban', 4, 'Bar')], defeated: [], duties: [], waysToComply: [], text: '' }, problems: [], ...more };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictChoices, conflictTree, findConflict, parents } from '../../src/conflicts/model';
import { openStatuses, statuses } from '../../src/conflicts/words';
import { conflict, place } from './samples';

const all = new Set(statuses);
const open = new Set(openStatuses);

test('conflicts stand below their frameworks and kinds, with clauses and the smallest case', () => {
  const [pair] = conflictTree([conflict()], open);
  assert.equal(pair?.label, 'A ↔ B');
  assert.equal(pair?.description, '1 conflict');
  const kind = pair?.children[0];
  assert.equal(kind?.label, 'Dilemma: no choice complies with both');
  const leaf = kind?.children[0];
  assert.deepEqual([leaf?.label, leaf?.description], ['A.Ban × B.Order', 'unresolved']);
  assert.deepEqual(leaf?.children.map(c => [c.kind, c.label, c.description]), [
    ['clause', 'A.Ban', 'Bar'], ['clause', 'B.Order', ''],
    ['witness', 'For example on 2021-01-01, Exporter transfers Health from DE to US', ''],
  ]);
  assert.equal(leaf?.children[0]?.place?.range.start.line, 4);
});

test('the filter decides what is listed, and branches without a conflict go', () => {
  const listed = [conflict(), conflict({ id: '2', frameworks: ['C', 'D'], status: 'acknowledged' })];
  assert.deepEqual(conflictTree(listed, open).map(p => p.label), ['A ↔ B']);
  assert.deepEqual(conflictTree(listed, all).map(p => p.label), ['A ↔ B', 'C ↔ D']);
  assert.deepEqual(conflictTree(listed, new Set()), []);
});

test('what is urgent comes first; what precedence or a choice settles is told', () => {
  const resolved = conflict({ id: 'a', status: 'resolved', resolution: { by: 'superior', prevails: 'A.Ban' } });
  const avoidable = conflict({ id: 'b', status: 'avoidable', avoidBy: ['Store the data in DE.'] });
  const [first, second] = conflictTree([resolved, avoidable], all)[0]?.children[0]?.children ?? [];
  assert.deepEqual([first?.id, second?.id], ['b', 'a']);
  assert.equal(first?.children.at(-1)?.label, 'Avoid it: Store the data in DE.');
  assert.equal(second?.children.at(-1)?.label, 'A.Ban prevails: it is of higher rank');
});

test('one framework alone, a kind and a principle that are new: each has words', () => {
  const [pair] = conflictTree([conflict({ frameworks: ['A'], kind: 'novel', clauses: [place('A.X')], resolution: { by: 'other', prevails: 'A.X' } })], all);
  assert.equal(pair?.label, 'Within A');
  assert.equal(pair?.children[0]?.label, 'novel');
  assert.equal(pair?.children[0]?.children[0]?.children.at(-1)?.label, 'A.X prevails: other');
});

test('a conflict is found with everything above it, so that it can be shown', () => {
  const roots = conflictTree([conflict(), conflict({ id: '2', kind: 'tension' })], all);
  const found = findConflict(roots, '2');
  const above = parents(roots);
  assert.equal(found?.id, '2');
  assert.equal(above.get('2')?.label, 'Tension with guidance that does not bind');
  assert.equal(above.get(above.get('2')?.id ?? '')?.label, 'A ↔ B');
  assert.equal(findConflict(roots, '3'), undefined);
});

test('of several conflicts of a clause one is picked, the most urgent first', () => {
  const conflicts = [conflict({ id: '1', kind: 'tension', status: 'acknowledged' }), conflict({ id: '2' }), conflict({ id: '3' })];
  const choices = conflictChoices(conflicts, ['1', '2']);
  assert.deepEqual(choices.map(c => c.id), ['2', '1']);
  assert.equal(choices[0]?.label, 'A.Ban × B.Order');
  assert.equal(choices[0]?.detail, conflicts[1]?.message);
});

test('no two nodes have the same id', () => {
  const ids: string[] = [];
  const visit = (nodes: ReturnType<typeof conflictTree>): void => nodes.forEach(n => { ids.push(n.id); visit(n.children); });
  visit(conflictTree([conflict(), conflict({ id: '2' }), conflict({ id: '3', frameworks: ['A', 'C'] })], all));
  assert.equal(new Set(ids).size, ids.length);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseStatuses, conflictChoices, conflictTree, findConflict, parents } from '../../src/conflicts/model';
import { openStatuses, statuses } from '../../src/conflicts/words';
import { clauseTree, tellsOwners } from '../../src/conflicts/tree';
import { conflict, listed, place, side } from './samples';

const all = new Set(statuses);
const open = new Set(openStatuses);

test('conflicts stand below their groups, with clauses and the smallest case', () => {
  const [group] = conflictTree(listed([conflict()], [{ title: 'US requires what EU prohibits', days: [{ from: '2018-05-25' }, { from: '2020-01-01', until: '2030-12-31' }], help: 'Narrow one.' }]), open);
  assert.equal(group?.label, 'US requires what EU prohibits');
  assert.equal(group?.description, '1 conflict, from 2018-05-25, until 2030-12-31');
  assert.equal(group?.tooltip, 'US requires what EU prohibits\n\nDilemma: no choice complies with both\n\nNarrow one.');
  const leaf = group?.children[0];
  assert.deepEqual([leaf?.label, leaf?.description], ['Bar × B.Order', 'A.Ban × B.Order, unresolved']);
  assert.deepEqual(leaf?.children.map(c => [c.kind, c.label, c.description]), [
    ['clause', 'Bar', 'A.Ban'], ['clause', 'B.Order', ''],
    ['witness', 'For example on 2021-01-01, Exporter transfers Health from DE to US', ''],
  ]);
  assert.equal(leaf?.children[0]?.place?.range.start.line, 4);
});

test('groups come in the order in which the server tells them, and say how many of their conflicts are listed', () => {
  const list = listed([conflict({ id: '1', group: 2 }), conflict({ id: '2' }), conflict({ id: '3', group: 2, status: 'excusable' }), conflict({ id: '4', group: 2, status: 'ended' })], [{ title: 'Z' }, { title: 'A' }]);
  assert.deepEqual(conflictTree(list, open).map(g => [g.label, g.description, g.children.map(c => c.id)]), [['Z', '1 conflict', ['2']], ['A', '2 conflicts', ['1', '3']]]);
});

test('the filter decides what is listed, branches without a conflict go, and what has ended is never listed', () => {
  const list = listed([conflict(), conflict({ id: '2', group: 2, status: 'acknowledged' }), conflict({ id: '3', group: 3, status: 'ended' })], [{ title: 'X' }, { title: 'Y' }, { title: 'Z' }]);
  assert.deepEqual(conflictTree(list, open).map(g => g.label), ['X']);
  assert.deepEqual(conflictTree(list, all).map(g => g.label), ['X', 'Y']);
  assert.deepEqual(conflictTree(list, new Set()), []);
});

test('conflicts are chosen by the status of one\'s own clauses; where none is one\'s own, of any', () => {
  const draft = { ...side('A.Ban'), status: 'draft' };
  assert.deepEqual([...clauseStatuses(conflict({ sides: [draft, side('GDPR.Art48', undefined, false)] }))], ['draft']);
  assert.deepEqual([...clauseStatuses(conflict({ sides: [draft, { ...side('A.Order'), status: 'approved' }] }))], ['draft', 'approved']);
  assert.deepEqual([...clauseStatuses(conflict({ sides: [{ ...side('A.Ban'), status: 'nearly' }, side('A.Order')] }))], ['no status']);
  assert.deepEqual([...clauseStatuses(conflict({ sides: [{ ...draft, mine: false }, side('B.Order', undefined, false)] }))], ['draft', 'no status']);
});

test('what is urgent comes first; what precedence or a choice settles is told', () => {
  const resolved = conflict({ id: 'a', status: 'resolved', resolution: { by: 'superior', prevails: 'A.Ban' } });
  const avoidable = conflict({ id: 'b', status: 'avoidable', avoidBy: ['Store the data in DE.'] });
  const [first, second] = conflictTree(listed([resolved, avoidable]), all)[0]?.children ?? [];
  assert.deepEqual([first?.id, second?.id], ['b', 'a']);
  assert.equal(first?.children.at(-1)?.label, 'Avoid it: Store the data in DE.');
  assert.equal(second?.children.at(-1)?.label, 'Bar prevails: it is of higher rank');
});

test('a kind and a principle that are new: each has words', () => {
  const [group] = conflictTree(listed([conflict({ kind: 'novel', clauses: [place('A.X')], resolution: { by: 'other', prevails: 'A.X' } })]), all);
  assert.match(group?.tooltip ?? '', /\n\nnovel$/);
  assert.equal(group?.children[0]?.children.at(-1)?.label, 'A.X prevails: other');
});

test('a conflict is found with everything above it, so that it can be shown', () => {
  const roots = conflictTree(listed([conflict(), conflict({ id: '2', group: 2 })]), all);
  const found = findConflict(roots, '2');
  assert.equal(found?.id, '2');
  assert.equal(parents(roots).get('2')?.label, 'B requires what A prohibits 2');
  assert.equal(findConflict(roots, '3'), undefined);
});

test('of several conflicts of a clause one is picked, the most urgent first', () => {
  const conflicts = [conflict({ id: '1', kind: 'tension', status: 'acknowledged' }), conflict({ id: '2' }), conflict({ id: '3' })];
  const choices = conflictChoices(conflicts, ['1', '2']);
  assert.deepEqual(choices.map(c => c.id), ['2', '1']);
  assert.equal(choices[0]?.label, 'Bar × B.Order');
  assert.match(choices[0]?.description ?? '', /^A\.Ban × B\.Order, /);
  assert.equal(choices[0]?.detail, conflicts[1]?.message);
});

test('no two nodes have the same id', () => {
  const ids: string[] = [];
  const visit = (nodes: ReturnType<typeof conflictTree>): void => nodes.forEach(n => { ids.push(n.id); visit(n.children); });
  visit(conflictTree(listed([conflict(), conflict({ id: '2' }), conflict({ id: '3', group: 2 })], [{ title: 'Same' }, { title: 'Same' }]), all));
  assert.equal(new Set(ids).size, ids.length);
});

const policy = [side('Acme.P1', 'Transfers to support'), side('CN.Art38', 'Export', false)];

test('by clause: one\'s own clause first, then the legal order it meets, then the conflicts by their other side; the law of others comes last', () => {
  const roots = clauseTree([
    conflict({ id: 'x', sides: [side('US.S2713', 'Orders', false), side('EU.Art48', 'Bar', false)] }),
    conflict({ id: '1', sides: policy, severity: 'warning' }),
    conflict({ id: '2', sides: [side('Acme.P2'), side('EU.Art44', undefined, false)] }),
    conflict({ id: '3', sides: [side('EU.Art44', undefined, false), side('Acme.P2')], severity: 'warning', status: 'avoidable' }),
  ], 'severity');
  assert.deepEqual(roots.map(r => [r.kind, r.label, r.description, r.severity]), [
    ['mine', 'Acme.P2', '2 conflicts', 'error'], ['mine', 'Transfers to support', 'Acme.P1, 1 conflict', 'warning'], ['others', 'Among the law of others', '1 conflict', 'error'],
  ]);
  assert.deepEqual(roots.map(r => r.children.map(c => [c.label, c.total])), [[['EU', 2]], [['CN', 1]], [['US × EU', 1]]]);
  assert.deepEqual(roots[0]?.children[0]?.children.map(c => [c.id, c.label]), [['2', 'EU.Art44'], ['3', 'EU.Art44']]);
  assert.deepEqual(roots[1]?.children[0]?.children.map(c => [c.label, c.description]), [['Export', 'CN.Art38, unresolved']]);
  assert.equal(findConflict(roots, 'x')?.label, 'Orders × Bar');
  assert.equal(parents(roots).get('x')?.label, 'US × EU');
});

test('errors come before warnings, and what is settled after what is open; by title or by kind where that is asked', () => {
  const list = [conflict({ id: 'w', severity: 'warning', kind: 'a' }), conflict({ id: 'r', status: 'resolved', kind: 'b' }), conflict({ id: 'e', kind: 'c', sides: [side('Z.Last')] })];
  const ids = (order: 'severity' | 'name' | 'kind'): string[] | undefined => conflictTree(listed(list), all, order)[0]?.children.map(c => c.id);
  assert.deepEqual(ids('severity'), ['e', 'w', 'r']);
  assert.deepEqual(ids('name'), ['r', 'w', 'e']);
  assert.deepEqual(ids('kind'), ['w', 'r', 'e']);
});

test('grouping by own clauses is of use only where somebody has said which those are', () => {
  assert.equal(tellsOwners([conflict()]), false);
  assert.equal(tellsOwners([conflict({ sides: policy })]), true);
  assert.equal(tellsOwners([conflict({ sides: [side('US.A', undefined, false)] })]), false);
});

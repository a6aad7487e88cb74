import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumed, cellDetails, cellLabel, cellWord, firstTelling, outcomes, placesIn, tickOf } from '../../src/matrix/model';
import { move } from '../../src/pages/grid';
import { matrix } from './samples';

test('arrow keys stay within the table, Home and End go to its edges', () => {
  const at = { row: 0, column: 1 };
  assert.deepEqual(move(at, 'ArrowUp', 2, 3), { row: 0, column: 1 });
  assert.deepEqual(move(at, 'ArrowDown', 2, 3), { row: 1, column: 1 });
  assert.deepEqual(move(at, 'ArrowLeft', 2, 3), { row: 0, column: 0 });
  assert.deepEqual(move({ row: 0, column: 2 }, 'ArrowRight', 2, 3), { row: 0, column: 2 });
  assert.deepEqual(move(at, 'End', 2, 3), { row: 0, column: 2 });
  assert.deepEqual(move(at, 'Home', 2, 3), { row: 0, column: 0 });
  assert.deepEqual(move(at, 'PageDown', 2, 3), { row: 1, column: 1 });
  assert.equal(move(at, 'x', 2, 3), undefined);
});

test('every outcome has a sign and a word of its own, so that colour is not needed', () => {
  const all = Object.values(outcomes);
  assert.equal(new Set(all.map(o => o.symbol)).size, all.length);
  assert.equal(new Set(all.map(o => o.word)).size, all.length);
});

test('a cell says from where to where and what it comes to', () => {
  assert.equal(cellLabel(matrix(), { row: 1, column: 0 }), 'From United States to EEA: in conflict');
  assert.equal(cellLabel(matrix(), { row: 9, column: 0 }), '');
});

test('a chosen cell tells what to add and which clauses decide', () => {
  const cell = matrix().cells[0]?.[1];
  assert.ok(cell);
  assert.deepEqual(cellDetails(cell), { sentence: 'Permitted once one of these is added.', safeguards: ['Put SCC in place.'], clauses: ['A.Ban Bar', 'A.Ground'], recipients: [] });
});

test('the table begins where a clause decides, if any does', () => {
  assert.deepEqual(firstTelling(matrix()), { row: 0, column: 1 });
  assert.deepEqual(firstTelling(matrix({ cells: [[{ outcome: 'unregulated', safeguards: [], clauses: [] }]] })), { row: 0, column: 0 });
});

test('conditions are counted, and what depends on the recipient says so', () => {
  assert.equal(cellWord({ outcome: 'safeguards', safeguards: [], clauses: [], conditions: 4 }), 'with 4 conditions');
  const cell = { outcome: 'unregulated' as const, safeguards: [], clauses: [], recipients: [{ outcome: 'unregulated' as const, roles: [] }, { outcome: 'prohibited' as const, roles: [{ name: 'Authority', title: 'Public authority' }, { name: 'Court', title: 'Court' }] }] };
  assert.equal(cellWord(cell), 'no rule, depends on recipient');
  assert.deepEqual(cellDetails(cell).recipients, ['To nobody in particular: not regulated', 'To Public authority, Court: prohibited']);
});

test('what the matrix takes for granted is a sentence', () => {
  assert.equal(assumed(matrix()), 'On 2025-01-01, somebody who is Controller and Exporter transfers Health, to nobody in particular; nothing else is known of the case.');
  assert.equal(assumed(matrix({ data: null, purpose: 'Research', recipient: 'Processor', actor: ['Importer'], organisation: 'Acme' })), 'On 2025-01-01, somebody who is Importer transfers data of no stated kind for Research to Processor, under the policy of Acme; nothing else is known of the case.');
});

test('the slider stands at the last change that is not after the day', () => {
  const days = ['2018-05-25', '2020-01-01'];
  assert.deepEqual(['2000-01-01', '2018-05-25', '2019-12-31', '2030-01-01'].map(day => tickOf(days, day)), [-1, 0, 0, 1]);
});

test('places may be written as people write lists', () => {
  assert.deepEqual(placesIn(' DE, US;CN  DE'), ['DE', 'US', 'CN']);
  assert.deepEqual(placesIn(''), []);
});

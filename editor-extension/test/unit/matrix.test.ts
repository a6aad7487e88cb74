import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellDetails, cellLabel, firstTelling, outcomes } from '../../src/matrix/model';
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
  assert.deepEqual(cellDetails(cell), { sentence: 'Permitted once one of these is added.', safeguards: ['Put SCC in place.'], clauses: ['A.Ban Bar', 'A.Ground'] });
});

test('the table begins where a clause decides, if any does', () => {
  assert.deepEqual(firstTelling(matrix()), { row: 0, column: 1 });
  assert.deepEqual(firstTelling(matrix({ cells: [[{ outcome: 'unregulated', safeguards: [], clauses: [] }]] })), { row: 0, column: 0 });
});

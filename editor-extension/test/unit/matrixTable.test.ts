import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Spot } from '../../src/pages/grid';
import { matrixTable } from '../../src/pages/web/matrixTable';
import { fire, press, usePage } from './dom';
import { hostile, matrix, place } from './samples';

function shown(law = matrix(), start: Spot = { row: 0, column: 1 }) {
  const document = usePage();
  const chosen: Spot[] = [];
  const opened: [Spot, number][] = [];
  document.body.append(matrixTable(law, start, spot => chosen.push(spot), (spot, clause) => opened.push([spot, clause])));
  const cell = (id: string): Element => document.querySelector(`#${id}`) ?? assert.fail(id);
  return { document, chosen, opened, cell };
}

test('every cell has its sign and its word, and its name for those who do not see it', () => {
  const { cell } = shown();
  assert.equal(cell('cell-0-1').textContent, '◐with safeguards');
  assert.equal(cell('cell-0-1').getAttribute('aria-label'), 'From EEA to United States: with safeguards');
  assert.equal(cell('cell-1-1').textContent, '✕prohibited');
});

test('one cell alone is in the tab order, and an arrow key moves it', () => {
  const { document, cell, chosen } = shown();
  const inOrder = (): string[] => [...document.querySelectorAll('td[tabindex="0"]')].map(c => c.id);
  assert.deepEqual(inOrder(), ['cell-0-1']);
  press(document, cell('cell-0-1'), 'ArrowDown');
  assert.deepEqual(inOrder(), ['cell-1-1']);
  assert.equal(cell('cell-1-1').getAttribute('aria-selected'), 'true');
  assert.deepEqual(chosen.at(-1), { row: 1, column: 1 });
});

test('a click tells the clauses that decide, and a clause leads to its text', () => {
  const { document, cell, opened } = shown();
  fire(document, cell('cell-0-2'), 'click');
  const details = document.querySelector('.details') ?? assert.fail();
  assert.match(details.textContent ?? '', /From EEA to Japan: free.*Decided by.*A\.Adequate/);
  fire(document, details.querySelector('button') ?? assert.fail(), 'click');
  assert.deepEqual(opened, [[{ row: 0, column: 2 }, 0]]);
});

test('a place chosen before that is gone falls back to the first that a clause decides', () => {
  const { cell } = shown(matrix(), { row: 7, column: 7 });
  assert.equal(cell('cell-0-1').getAttribute('tabindex'), '0');
});

test('names stay text, whatever they hold', () => {
  const evil = matrix();
  evil.origins[0] = { name: hostile, title: hostile };
  evil.cells[0]?.splice(0, 1, { outcome: 'safeguards', safeguards: [hostile], clauses: [place('A.Ban', 0, hostile)] });
  const { document } = shown(evil, { row: 0, column: 0 });
  assert.equal(document.querySelectorAll('img').length, 0);
  assert.equal(document.querySelector('tbody th')?.textContent, hostile);
  assert.equal(document.querySelector('.details button')?.textContent, `A.Ban ${hostile}`);
});

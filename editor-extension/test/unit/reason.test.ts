import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonProblem } from '../../src/conflicts/reason';

test('a reason has words; an ellipsis is none', () => {
  for (const nothing of ['', ' ', '…', '...', '"…"', '—']) {
    assert.match(reasonProblem(nothing) ?? '', /own words/, nothing);
  }

  assert.equal(reasonProblem('Handled by counsel'), undefined);
  assert.equal(reasonProblem('№ 5'), undefined);
  assert.equal(reasonProblem('由律师处理'), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from '../../src/client/restarts';

test('a server that ends is started again, but not for ever', () => {
  const restarts = new Restarts(2, 1000);
  assert.deepEqual([0, 10, 20].map(now => restarts.again(now)), [true, true, false]);
});

test('ends of long ago do not count', () => {
  const restarts = new Restarts(2, 1000);
  assert.deepEqual([0, 10, 1500, 1510, 1520].map(now => restarts.again(now)), [true, true, true, true, false]);
});

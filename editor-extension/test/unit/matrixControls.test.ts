import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatrixChoice, MatrixState } from '../../src/matrix/messages';
import { matrixControls } from '../../src/pages/web/matrixControls';
import { fire, usePage } from './dom';
import { hostile, matrix } from './samples';

const chosen: MatrixChoice = { data: 'Health', purpose: '', date: '2019-06-01', actor: '', recipient: '', organisation: '', places: '' };
const role = { name: 'Authority', title: 'Public authority' };

function shown(more: Partial<MatrixState> = {}) {
  const document = usePage();
  const choices: MatrixChoice[] = [];
  document.body.append(matrixControls({
    data: [{ name: 'Health', title: 'Health' }], purposes: [], roles: [role], organisations: [], places: [{ name: 'DE', title: hostile }],
    chosen, matrix: matrix({ days: ['2018-05-25', '2020-01-01'] }), ...more,
  }, choice => choices.push(choice)));
  const field = (id: string): HTMLInputElement => document.querySelector(`#${id}`) ?? assert.fail(id);
  return { document, choices, field };
}

test('every control has a label, and a choice tells all of them', () => {
  const { document, choices, field } = shown();
  for (const control of document.querySelectorAll('select, input')) {
    assert.ok(document.querySelector(`label[for="${control.id}"]`), control.id);
  }

  field('places').value = 'DE, US';
  fire(document, document.querySelector('form') ?? assert.fail(), 'change');
  assert.deepEqual(choices, [{ ...chosen, places: 'DE, US' }]);
});

test('the slider goes from one change of the law to the next', () => {
  const { document, choices, field } = shown();
  assert.deepEqual([field('day').getAttribute('max'), field('day').getAttribute('value')], ['1', '0']);
  assert.equal(document.querySelector('output')?.textContent, 'from 2018-05-25, until the day before 2020-01-01');
  field('day').value = '1';
  fire(document, field('day'), 'input');
  assert.equal(document.querySelector('output')?.textContent, 'from 2020-01-01 on');
  fire(document, field('day'), 'change');
  assert.equal(choices[0]?.date, '2020-01-01');
});

test('law that never changes has no slider; of policies only several can be chosen; names stay text', () => {
  const { document } = shown({ matrix: matrix({ days: [] }) });
  assert.equal(document.querySelector('#day'), null);
  assert.equal(document.querySelector('#organisation'), null);
  assert.equal(document.querySelectorAll('img').length, 0);
  assert.ok(shown({ organisations: [role, { name: 'B', title: 'B' }] }).document.querySelector('#organisation'));
});

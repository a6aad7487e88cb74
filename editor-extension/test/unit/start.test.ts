import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPage } from '../../src/pages/web/startPage';
import type { Starters, StarterInstrument } from '../../src/protocol';
import { chosenText, grouped, missingAt, noChoices, steps } from '../../src/start/wizardModel';
import { fire, usePage } from './dom';
import { hostile } from './samples';

const instrument = (name: string, more: Partial<StarterInstrument> = {}): StarterInstrument => ({ name, title: `Title of ${name}`, order: 'EU', orderTitle: 'European Union', rank: 'statute', citation: null, force: 'in force since 2018-05-25', readAsOf: null, source: null, clauses: 3, suggested: false, ...more });
const starters: Starters = {
  places: [{ name: 'DE', title: 'Germany' }, { name: 'EU', title: 'European Union' }, { name: 'US', title: 'United States' }], data: [{ name: 'Health', title: 'Health' }], lawVersion: '1.0',
  instruments: [instrument('GDPR', { suggested: true, citation: 'OJ L 119', readAsOf: '2026-11-01', source: 'http://example.org/gdpr' }), instrument('CloudAct', { order: 'US' }), instrument('PIPL', { order: 'CN', title: hostile })],
};

test('a step is left only when it is answered', () => {
  assert.match(missingAt(0, noChoices) ?? '', /organisation/);
  assert.match(missingAt(0, { ...noChoices, title: 'Acme' }) ?? '', /seat/);
  assert.equal(missingAt(0, { ...noChoices, title: 'Acme', under: ['DE'] }), undefined);
  assert.match(missingAt(1, noChoices) ?? '', /kind of data/);
  assert.equal(missingAt(2, noChoices), undefined);
});

test('law that binds comes first, then that of the destinations', () => {
  const { binding, ofDestinations, others } = grouped(starters, ['US']);
  assert.deepEqual([binding, ofDestinations, others].map(list => list.map(i => i.name).join()), ['GDPR', 'CloudAct', 'PIPL']);
  assert.equal(chosenText(starters.places, ['DE', 'XX']), 'Chosen: Germany, XX.');
});

function shown(step: number, choices: Partial<typeof noChoices>, problem?: string): { document: Document; sent: unknown[] } {
  const document = usePage();
  const sent: unknown[] = [];
  document.body.append(...startPage({ step, choices: { ...noChoices, ...choices }, starters, ...(problem === undefined ? {} : { problem }) }, message => sent.push(message)));
  return { document, sent };
}

test('a name is typed, seats are found and ticked, and the next step follows', () => {
  const { document, sent } = shown(0, { title: hostile });
  assert.equal(document.querySelectorAll('img').length, 0);
  const find = document.getElementById('under-find') as HTMLInputElement;
  Object.defineProperty(find, 'value', { value: 'germ' });
  fire(document, find, 'input');
  assert.deepEqual([...document.querySelectorAll('.boxes label')].map(l => l.hasAttribute('hidden')), [false, true, true]);
  const box = document.querySelector('.boxes input') as HTMLInputElement;
  box.checked = true;
  fire(document, box, 'change');
  fire(document, document.getElementById('next') ?? assert.fail(), 'click');
  assert.deepEqual(sent, [{ type: 'set', choices: { under: ['DE'] } }, { type: 'step', step: 1 }]);
});

test('a card tells citation, force, when it was read, and the way to the text; the last step makes the project', () => {
  const { document, sent } = shown(steps.length - 1, { uses: ['GDPR'], destinations: ['US'] }, 'Choose at least one seat.');
  assert.equal(document.querySelector('[role=alert]')?.textContent, 'Choose at least one seat.');
  assert.deepEqual([...document.querySelectorAll('h3')].map(h => h.textContent), ['Law of the places that bind you', 'Law of your destinations']);
  const card = document.querySelector('.card')?.textContent ?? '';
  for (const part of ['Title of GDPR (GDPR)', 'statute of European Union, in force since 2018-05-25; 3 clauses', 'OJ L 119', 'Read as of 2026-11-01. Official text']) assert.ok(card.includes(part), card);
  assert.equal(document.querySelector('.card a')?.getAttribute('href'), 'http://example.org/gdpr');
  assert.equal(document.querySelectorAll('img').length, 0);
  const box = document.getElementById('use-CloudAct') as HTMLInputElement;
  box.checked = true;
  fire(document, box, 'change');
  fire(document, document.getElementById('make') ?? assert.fail(), 'click');
  assert.deepEqual(sent, [{ type: 'set', choices: { uses: ['GDPR', 'CloudAct'] } }, { type: 'make' }]);
});

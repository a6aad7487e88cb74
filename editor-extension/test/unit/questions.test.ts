import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compliance } from '../../src/questions/compliance';
import { differences } from '../../src/questions/differences';
import { interop } from '../../src/questions/interop';
import { placeAt, type Chosen, type Names } from '../../src/questions/question';
import { timeline } from '../../src/questions/timeline';
import { whatIf } from '../../src/questions/whatIf';
import { answerView } from '../../src/pages/web/answerView';
import type { AnswerPage } from '../../src/protocol';
import { fire, press, usePage } from './dom';
import { hostile, place } from './samples';

const names: Names = {
  laws: {
    instruments: [
      { name: 'Pact', title: 'A pact', order: 'Club', asks: true, mine: true, library: false, parties: ['BR', 'GH'], clauses: [{ name: 'Pact.Flow', title: 'Flow' }, { name: 'Pact.Data', title: 'Data' }] },
      { name: 'LGPD', title: 'A law', order: 'BR', asks: false, mine: true, library: false, parties: [], clauses: [{ name: 'LGPD.Art33', title: 'Bar' }] },
    ],
    orders: [{ name: 'BR', title: 'Brazil' }, { name: 'Club', title: 'Club' }], ownsAll: true,
  },
  places: [{ name: 'BR', title: 'Brazil' }, { name: 'GH', title: 'Ghana' }, { name: 'US', title: 'United States' }],
  actions: [], data: [],
};

const asks = (chosen: Chosen): unknown => whatIf.ask(names, { ...whatIf.begin(names, '2026-01-01'), ...chosen });
const choices = (chosen: Chosen, id: string): string[] | undefined => {
  const control = whatIf.controls(names, { ...whatIf.begin(names, '2026-01-01'), ...chosen }).find(c => c.id === id);
  return control !== undefined && 'names' in control ? control.names.map(n => n.name) : undefined;
};

test('what is supposed is written as policyc what-if takes it', () => {
  assert.deepEqual(asks({}), { missing: 'Choose a party.' });
  assert.deepEqual(asks({ party: 'US' }), { method: 'policy/whatIf', params: { adopt: ['US Pact since 2026-01-01'] } });
  assert.deepEqual(asks({ party: 'US', clauses: ['Pact.Flow', 'Pact.Data'], until: '2030-12-31' }), { method: 'policy/whatIf', params: { adopt: ['US Pact since 2026-01-01 reserving Pact.Flow, Pact.Data until 2030-12-31'] } });
  assert.deepEqual(asks({ act: 'withdraw', party: 'BR', since: '' }), { method: 'policy/whatIf', params: { withdraw: ['BR Pact'] } });
  assert.deepEqual(asks({ act: 'reserve', party: 'BR' }), { missing: 'Choose the clauses.' });
  assert.deepEqual(asks({ act: 'reserve', party: 'BR', clauses: ['Pact.Flow'], since: '', until: '2030-12-31' }), { method: 'policy/whatIf', params: { reserve: ['BR Pact.Flow until 2030-12-31'] } });
  assert.deepEqual(asks({ act: 'repeal', instrument: 'LGPD' }), { method: 'policy/whatIf', params: { repeal: ['LGPD since 2026-01-01'] } });
  assert.deepEqual(asks({ party: 'US', since: '' }), { missing: 'Choose the day since which the party is bound.' });
});

test('only who can do it can be picked: who is bound withdraws, who is not adopts', () => {
  assert.deepEqual(choices({ act: 'adopt' }, 'party'), ['US']);
  assert.deepEqual(choices({ act: 'withdraw' }, 'party'), ['BR', 'GH']);
  assert.deepEqual(choices({ act: 'adopt' }, 'instrument'), ['Pact']);
  assert.deepEqual(choices({ act: 'repeal' }, 'instrument'), ['Pact', 'LGPD']);
  assert.deepEqual(choices({ act: 'repeal', instrument: 'LGPD' }, 'clauses'), ['LGPD.Art33']);
  assert.equal(choices({ act: 'repeal' }, 'party'), undefined);
});

test('what was chosen for another act or instrument is not asked', () => {
  assert.deepEqual(asks({ act: 'repeal', instrument: 'LGPD', clauses: ['Pact.Flow'] }), { method: 'policy/whatIf', params: { repeal: ['LGPD since 2026-01-01'] } });
  assert.deepEqual(asks({ act: 'withdraw', party: 'US' }), { missing: 'Choose a party.' });
});

test('the other questions ask for what they lack, and for what was chosen', () => {
  assert.deepEqual(compliance.ask(names, compliance.begin(names, 'x')), { method: 'policy/compliance', params: { treaty: 'Pact' } });
  const [pact] = names.laws.instruments as [Names['laws']['instruments'][number]];
  const breaches = (...counts: (number | null)[]): unknown => compliance.begin({ ...names, laws: { ...names.laws, instruments: counts.map((n, at) => ({ ...pact, name: `Pact${at}`, breaches: n })) } }, 'x')['treaty'];
  assert.deepEqual([breaches(1, 3, 2, 3), breaches(null, null), breaches()], ['Pact1', 'Pact0', ''], 'the treaty that is broken most often comes first');
  assert.match(JSON.stringify(compliance.ask({ ...names, laws: { instruments: [], orders: [], ownsAll: true } }, { treaty: '' })), /No framework of these files/);
  assert.deepEqual(timeline.ask(names, { of: 'Pact', from: '2026-01-01', until: '' }), { method: 'policy/timeline', params: { of: ['Pact'], from: '2026-01-01' } });
  assert.deepEqual(timeline.ask(names, { from: '2026-01-02', until: '2026-01-01' }), { missing: 'The last day lies before the first.' });
  assert.deepEqual(interop.ask(names, { first: 'LGPD', second: 'Club', action: 'transfer', data: '', on: '2026-01-01' }), { method: 'policy/interop', params: { first: 'LGPD', second: 'Club', where: { action: 'transfer' }, on: '2026-01-01' } });
  assert.deepEqual(interop.ask(names, { first: 'BR', second: 'BR' }), { missing: 'Choose two that are not the same.' });
  assert.deepEqual(differences(() => undefined).ask(names, {}), { missing: 'Choose an earlier version.' });
});

const row = { kind: 'prohibited', text: hostile, details: [hostile, 'b', 'c'], places: [place('A.Ban', 4, 'Bar'), place('B.Order')] };
const answer: AnswerPage = {
  title: hostile, summary: ['Something.'], level: 'major', notes: [hostile], sections: [{ title: 'Now prohibited', rows: [row] }],
  table: { rows: [{ name: 'BR', title: 'Brazil' }], columns: [{ name: 'Flow', title: hostile }, { name: 'Data', title: 'Data' }], cells: [[{ sign: '.', text: 'nothing found', tone: 'good', rows: [] }, { sign: '1 !', text: '1 breach', tone: 'bad', rows: [row] }]], legend: '!' },
};

test('a line leads to its words, a cell opens its list, and text stays text', () => {
  const document = usePage();
  const opened: unknown[] = [];
  document.body.append(...answerView(answer, 'Title', undefined, () => undefined, (at, n) => opened.push([at, n])));
  assert.equal(document.querySelectorAll('img').length, 0);
  const line = document.querySelector('section:not(.details) > .rows > .row') ?? assert.fail();
  assert.equal(line.querySelector('button')?.textContent, hostile);
  fire(document, line.querySelector('button') ?? assert.fail(), 'click');
  fire(document, line.querySelector('.places button:nth-of-type(2)') ?? assert.fail(), 'click');

  // The first cell that has a list is open; keys move from it.
  assert.equal(document.querySelector('td[aria-selected]')?.getAttribute('aria-label'), 'Brazil, Data: 1 breach; 1 !');
  fire(document, document.querySelector('section.details .row button') ?? assert.fail(), 'click');
  assert.deepEqual(opened, [[{ section: 0, row: 0 }, 0], [{ section: 0, row: 0 }, 1], [{ tableRow: 0, column: 1, row: 0 }, 0]]);
  press(document, document.querySelector('#cell-0-1') ?? assert.fail(), 'ArrowLeft');
  assert.equal(document.querySelector('td[tabindex="0"]')?.id, 'cell-0-0');
});

test('a page can open only places of the answer', () => {
  assert.equal(placeAt(answer, { section: 0, row: 0 }, 1)?.clause, 'B.Order');
  assert.equal(placeAt(answer, { tableRow: 0, column: 1, row: 0 }, 0)?.clause, 'A.Ban');
  assert.equal(placeAt(answer, { section: 0, row: 7 }, 0), undefined);
  assert.equal(placeAt(undefined, { section: 0, row: 0 }, 0), undefined);
});

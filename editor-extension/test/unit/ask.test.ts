import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firmness, left, put, titleOf } from '../../src/ask/model';
import { printedPage } from '../../src/ask/printed';
import { answerSection } from '../../src/pages/web/askAnswer';
import { askForm } from '../../src/pages/web/askForm';
import { questionField } from '../../src/pages/web/askQuestion';
import { nameTexts } from '../../src/pages/names';
import type { Value } from '../../src/protocol';
import { fire, usePage } from './dom';
import { asked, hostile, place, question } from './samples';

test('questions are put by weight: told, alone, the act, the rest with the lightest first; what does not matter is not put', () => {
  const round = asked({ questions: [
    question('date', { value: '2025-01-01', matters: false }), question('data'), question('later'), question('heavy', { weight: 3 }), question('light', { weight: 2 }),
    question('consent', { weight: 1 }), question('origin', { weight: 1 }), question('idle', { matters: false }),
  ] });
  const names = (questions: { name: string }[]) => questions.map(q => q.name).join(' ');
  const { told, alone, act, more } = put(round);
  assert.deepEqual([names(told), names(alone), names(act), names(more)], ['date', 'consent origin', 'data', 'light heavy later']);
  assert.equal(left(round), 6);
});

test('an answer says whether it stands, and what alone changes it', () => {
  assert.match(firmness(asked()), /stands/);
  assert.match(firmness(asked({ questions: [question('a')] })), /^No single fact changes it; 1 fact is open, and counts as/);
  assert.match(firmness(asked({ questions: [question('a', { weight: 1 }), question('b')] })), /^1 fact alone changes it; 2 facts are open/);
  assert.match(firmness(asked({ questions: [question('a', { weight: 1 }), question('b', { weight: 1 })] })), /^Any of 2 facts alone changes it/);
});

test('what else matters is folded, and stays unfolded when it was', () => {
  const document = usePage();
  const round = asked({ questions: [question('a', { weight: 1 }), question('b', { weight: 2 }), question('c')] });
  const sent: unknown[] = [];
  const form = askForm(round, (name, value) => sent.push([name, value]));
  assert.deepEqual([...form.querySelectorAll('h2')].map(h => h.textContent), ['This alone changes the answer']);
  const details = form.querySelector('details') as HTMLDetailsElement;
  assert.equal(details.querySelector('summary')?.textContent, '2 more facts');
  assert.equal(details.hasAttribute('open'), false);
  Object.defineProperty(details, 'open', { value: true });
  fire(document, details, 'toggle');
  assert.equal(askForm(round, () => undefined).querySelector('details')?.hasAttribute('open'), true);
});

test('a case gets a title, and a memo becomes a page to print that runs nothing but its own print', () => {
  assert.equal(titleOf({ action: 'transfer', data: 'Health', origin: 'DE', destination: 'US', date: '2025-01-01' }), 'Transfer Health from DE to US, 2025-01-01');
  assert.equal(titleOf({}), 'A case');
  const kept = printedPage({ title: hostile, html: '<h1>x</h1>', style: 'h1 { }' });
  assert.doesNotMatch(kept, /<img|<script/);
  assert.match(kept, /default-src &#39;none&#39;; style-src/);
  assert.deepEqual(printedPage({ title: 't', html: '', style: '', nonce: 'n' }).match(/<script[^<]*/g), [`<script nonce="n">addEventListener('load', () => print());`]);
});

test('titles that are names come first, those that explain come after', () => {
  assert.deepEqual(nameTexts([{ name: 'DE', title: 'Germany' }, { name: 'X', title: 'X' }]), ['Germany (DE)', 'X']);
  assert.deepEqual(nameTexts([{ name: 'SCC', title: 'Clauses' }, { name: 'BCR', title: 'Rules that bind all the companies of one group' }]), ['SCC: Clauses', 'BCR: Rules that bind all the companies of one group']);
});

function answered(type: Parameters<typeof question>[1], act: (field: HTMLElement, document: Document) => void): (Value | null)[] {
  const document = usePage();
  const given: (Value | null)[] = [];
  const field = questionField(question('q', type), value => given.push(value));
  document.body.append(field);
  act(field, document);
  return given;
}

test('each type of question gives a value of its type, and nothing when it is emptied', () => {
  const set = (value: string) => (field: HTMLElement, document: Document): void => {
    const control = field.querySelector('select, input') as HTMLInputElement;
    Object.defineProperty(control, 'value', { value, configurable: true });
    fire(document, control, 'change');
  };
  const values = [{ name: 'DE', title: 'Germany' }];
  assert.deepEqual(answered({ type: 'boolean' }, set('true')), [true]);
  assert.deepEqual(answered({ type: 'boolean' }, set('')), [null]);
  assert.deepEqual(answered({ type: 'number' }, set('12')), [12]);
  assert.deepEqual(answered({ type: 'date' }, set('2025-01-01')), ['2025-01-01']);
  assert.deepEqual(answered({ type: 'choice', values }, set('DE')), ['DE']);
  assert.deepEqual(answered({ type: 'choice', values }, set('')), [null]);
});

test('boxes add to and take from what is chosen', () => {
  const values = ['SCC', 'BCR'].map(name => ({ name, title: name }));
  const toggle = (n: number, checked: boolean) => (field: HTMLElement, document: Document): void => {
    const box = field.querySelectorAll('input')[n] as HTMLInputElement;
    box.checked = checked;
    fire(document, box, 'change');
  };
  assert.deepEqual(answered({ type: 'choices', values, value: ['SCC'] }, toggle(1, true)), [['SCC', 'BCR']]);
  assert.deepEqual(answered({ type: 'choices', values, value: ['SCC'] }, toggle(0, false)), [null]);
});

test('an answer shows grounds, what was set aside, duties and ways, each clause a way to its text', () => {
  const document = usePage();
  const sent: unknown[] = [];
  const answer = {
    decision: 'permitted' as const, applied: [place('A.May', 1)], defeated: [{ ...place('A.Ban', 2, hostile), by: 'A.May', principle: 'explicit' }],
    duties: [{ clause: place('A.Tell', 3), text: 'Tell' }], waysToComply: ['Put SCC in place.'], text: hostile,
  };
  document.body.append(answerSection(asked({ answer }), answer, message => sent.push(message)));
  assert.equal(document.querySelector('h2')?.textContent, '✓ Permitted');
  assert.deepEqual([...document.querySelectorAll('h3')].map(h => h.textContent), ['Grounds', 'Set aside', 'What must also be done', 'Ways to comply']);
  assert.equal(document.querySelector('pre')?.textContent, hostile);
  assert.equal(document.querySelectorAll('img').length, 0);
  document.querySelectorAll('button').forEach(button => fire(document, button, 'click'));
  assert.deepEqual(sent, [{ type: 'keep' }, { type: 'memo' }, { type: 'print' }, { type: 'open', list: 'applied', index: 0 }, { type: 'open', list: 'defeated', index: 0 }, { type: 'open', list: 'duties', index: 0 }]);
});

test('an answer that may still change says so in its title', () => {
  const document = usePage();
  const round = asked({ questions: [question('a')] });
  document.body.append(answerSection(round, round.answer ?? assert.fail(), () => assert.fail()));
  assert.equal(document.querySelector('h2')?.textContent, '✕ So far: Prohibited');
});

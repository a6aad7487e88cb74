import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firmness, left, put } from '../../src/ask/model';
import { answerSection } from '../../src/pages/web/askAnswer';
import { questionField } from '../../src/pages/web/askQuestion';
import { nameTexts } from '../../src/pages/names';
import type { Value } from '../../src/protocol';
import { fire, usePage } from './dom';
import { asked, hostile, place, question } from './samples';

test('only what matters is put, and what was answered stays', () => {
  const round = asked({ questions: [question('a'), question('b', { matters: false }), question('c', { matters: false, value: false })] });
  assert.deepEqual(put(round).map(q => q.name), ['a', 'c']);
  assert.equal(left(round), 1);
});

test('an answer says whether it stands', () => {
  assert.match(firmness(asked()), /stands/);
  assert.match(firmness(asked({ questions: [question('a')] })), /^1 more fact may/);
  assert.match(firmness(asked({ questions: [question('a'), question('b')] })), /^2 more facts may/);
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
  assert.deepEqual(sent, [{ type: 'open', list: 'applied', index: 0 }, { type: 'open', list: 'defeated', index: 0 }, { type: 'open', list: 'duties', index: 0 }]);
});

test('an answer that may still change says so in its title', () => {
  const document = usePage();
  const round = asked({ questions: [question('a')] });
  document.body.append(answerSection(round, round.answer ?? assert.fail(), () => assert.fail()));
  assert.equal(document.querySelector('h2')?.textContent, '✕ So far: Prohibited');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../src/clause/words';
import type { ClauseReading } from '../../src/protocol';
import { drawOverrides } from '../../src/pages/web/graph';
import { fire, usePage } from './dom';

const place = (clause: string) => ({ clause, title: null, uri: 'file:///a.policy', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } });
const clause: ClauseReading = {
  place: place('F.Ban'), instrument: { name: 'F', title: 'First' }, sentence: 'Nobody may.', lines: [], conflicts: 0, scenarios: [],
  above: [{ place: place('F.Consent'), why: 'explicit: prevails over F.Ban' }],
  below: [{ place: place('F.Old'), why: 'posterior' }, { place: place('F.WithAVeryLongNameThatNobodyWouldRead'), why: 'specialis' }],
};

test('a status is said with who gave it and when', () => {
  assert.equal(statusText({ word: 'approved', known: true, by: 'Jane Doe', on: '2026-11-30' }), 'approved by Jane Doe on 2026-11-30');
  assert.equal(statusText({ word: 'draft', known: true, by: null, on: null }), 'draft');
});

test('what prevails is drawn above, with a reason at each line, and a click opens the other clause', () => {
  const document = usePage();
  const opened: string[] = [];
  const drawing = drawOverrides(clause, (list, index) => opened.push(`${list} ${index}`));
  const nodes = [...drawing.querySelectorAll('g')];
  const top = (n: number): number => Number(/,([\d.]+)\)/.exec(nodes[n]?.getAttribute('transform') ?? '')?.[1]);
  assert.deepEqual(nodes.map(n => n.querySelector('text')?.textContent), ['F.Ban', 'F.Consent', 'F.Old', 'F.WithAVeryLongNameThatNo…']);
  assert.ok(top(1) < top(0) && top(0) < top(2) && top(2) === top(3));
  assert.equal(drawing.querySelectorAll('path.edge').length, 3);
  assert.match(drawing.getAttribute('aria-label') ?? '', /F\.Consent prevails over F\.Ban: explicit.*; F\.Ban prevails over F\.Old: posterior/);
  nodes.forEach(n => fire(document, n, 'click'));
  assert.deepEqual(opened, ['above 0', 'below 0', 'below 1']);
});

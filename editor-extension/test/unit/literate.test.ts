import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classOf, pieces } from '../../src/literate/colours';
import { fenceHtml, isPolicyFence, type Finding } from '../../src/literate/fence';
import type { SpokenClause } from '../../src/protocol';
import { hostile } from './samples';

test('the pieces are the text, and are coloured as in the editor', () => {
  const text = readFileSync('sample/laws.policy', 'utf8');
  assert.equal(pieces(text).map(p => p.text).join(''), text);
  const scopes = (line: string): string[] => pieces(line).filter(p => p.scope !== undefined).map(p => `${p.text}:${p.scope?.replace('.policy', '')}`);
  assert.deepEqual(scopes('transfer Ban "Bar" { Exporter must not'), ['transfer:storage.type', 'Ban:entity.name.type', '"Bar":string.quoted.double', '{:punctuation.section.block', 'must:keyword.control.modality', 'not:keyword.control.modality']);
  assert.deepEqual(scopes('in force from 2025-01-01 // until "x"'), ['in:keyword.other', 'force:keyword.other', 'from:keyword.other', '2025-01-01:constant.numeric.date', '// until "x":comment.line.double-slash']);
  assert.deepEqual(pieces('/* a\nb */ may'), [{ text: '/* a\nb */', scope: 'comment.block.policy' }, { text: ' ' }, { text: 'may', scope: 'keyword.control.modality.policy' }]);
  assert.deepEqual(['comment.line', 'keyword.control.modality.policy', 'punctuation.section'].map(classOf), ['hljs-comment', 'hljs-keyword policy-modality', undefined]);
});

test('fences are told as the compiler tells them', () => {
  assert.deepEqual(['policy', 'Policy title="x"', ' policy', 'policyx', 'json', ''].map(isPolicyFence), [true, true, true, false, false, false]);
});

const clause: SpokenClause = { clause: 'A.Ban', title: hostile, range: { start: { line: 12, character: 2 }, end: { line: 13, character: 3 } }, force: 'in force since 2025-01-01', says: [{ kind: 'Forbidden where', where: ['Exporter transfers Health'] }] };

test('what a clause says and what was found stand beside it, and text stays text', () => {
  const finding: Finding = { from: 13, to: 13, severity: 'error', code: 'PL4001', message: hostile };
  const html = fenceHtml('framework A {\n\n  transfer Ban {\n    <img>\n  }\n}\n', 10, { clauses: [clause], findings: [finding, { ...finding, from: 90, to: 90 }] });
  assert.doesNotMatch(html, /<img/);
  const rows = html.split('<div class="policy-row">').slice(1);
  assert.equal(rows.length, 3);
  assert.match(rows[1] ?? '', /data-line="12"[\s\S]*data-line="13"[\s\S]*policy-name[\s\S]*<strong>Forbidden where<\/strong> Exporter transfers Health\.[\s\S]*in force since 2025-01-01[\s\S]*✕ Error PL4001/);
  assert.match(rows[1] ?? '', /policy-error" data-line="13"/);
  assert.doesNotMatch(rows[0] ?? '', /policy-clause|policy-finding/);
  assert.doesNotMatch(fenceHtml('x\n', 0, { clauses: [clause], findings: [finding] }), /policy-clause|policy-finding/);
});

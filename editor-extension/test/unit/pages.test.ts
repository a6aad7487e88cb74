import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame } from '../../src/pages/html';
import { byFile, explanationPage } from '../../src/scenarios/model';
import { hostile } from './samples';

const page = (title = 'Matrix'): string => frame({ title, nonce: 'abc+/=', script: 'https://host/matrix.js', style: 'https://host/page.css', source: 'https://host' });

test('a page runs the one script that has its nonce, and loads nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page())?.[1]?.replaceAll('&#39;', "'") ?? '';
  assert.deepEqual(policy.split('; '), ["default-src 'none'", 'style-src https://host', "script-src 'nonce-abc+/='", "base-uri 'none'", "form-action 'none'"]);
  assert.deepEqual(page().match(/<script[^>]*>/g), ['<script nonce="abc+/=" src="https://host/matrix.js">']);
  assert.doesNotMatch(page(), / on[a-z]+=|unsafe-/);
});

test('a title cannot become part of the page', () => {
  assert.doesNotMatch(page(hostile), /<img/);
});

test('scenarios are grouped by file in the order of the text; equal names get their folder', () => {
  const item = (uri: string, line: number) => ({ id: `${uri}${line}`, kind: 'scenario' as const, name: 'n', uri, range: { start: { line, character: 0 }, end: { line, character: 1 } } });
  const files = byFile([item('file:///w/a/s.policy', 9), item('file:///w/b/s.policy', 1), item('file:///w/a/s.policy', 2), item('file:///w/%C3%BCber.policy', 0)]);
  assert.deepEqual(files.map(f => f.label), ['über.policy', 'a/s.policy', 'b/s.policy']);
  assert.deepEqual(files.find(f => f.label === 'a/s.policy')?.items.map(i => i.range.start.line), [2, 9]);
});

test('an explanation tells what was expected only where it was not found', () => {
  const result = { id: 'x', passed: false, expected: 'prohibited', actual: 'permitted by A.May', message: 'Expected prohibited.', explanation: 'A.May applies' };
  const text = explanationPage([{ name: 'Bad', result }, { name: 'Good', result: { ...result, passed: true } }, { name: 'Gone', result: undefined }]);
  assert.match(text, /Bad\n===\nNot as expected\. Expected prohibited\.\n\nExpected:\nprohibited\n\nFound:\npermitted by A\.May\n\nA\.May applies/);
  assert.match(text, /Good\n====\nAs expected\.\n\nA\.May applies/);
  assert.match(text, /Gone\n====\nThis scenario is gone\./);
});

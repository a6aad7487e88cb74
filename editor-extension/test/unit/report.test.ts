import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from '../../src/report/names';

test('a report is kept under a name that any file system takes', () => {
  assert.equal(fileName('Report on AcmePolicy and Drafts'), 'Report-on-AcmePolicy-and-Drafts.html');
  assert.equal(fileName('../..\\ a/b: <c>?'), 'a-b-c.html');
  assert.equal(fileName('قانون ١'), 'قانون-١.html');
  assert.equal(fileName('…'), 'report.html');
  assert.ok(fileName('x'.repeat(300)).length < 80);
});

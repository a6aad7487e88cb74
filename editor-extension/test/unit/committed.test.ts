import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { committedText } from '../../src/diff/committed';

let folder = '';
const name = 'a law; $(touch x) "q".policy';
const git = (...args: string[]): Buffer => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args]);

before(() => { folder = mkdtempSync(join(tmpdir(), 'policylang-git-')); });
after(() => rmSync(folder, { recursive: true }));

test('the text of the last commit is given, or a sentence why there is none', async () => {
  const path = join(folder, name);
  writeFileSync(path, 'then\n');
  assert.match(JSON.stringify(await committedText(path)), /not kept in git/);

  git('init', '-q');
  assert.match(JSON.stringify(await committedText(path)), /not in the last commit yet/);

  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(path, 'now\n');
  assert.deepEqual(await committedText(path), { text: 'then\n' });

  writeFileSync(join(folder, 'new.policy'), '');
  assert.match(JSON.stringify(await committedText(join(folder, 'new.policy'))), /not in the last commit yet/);
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesIn, projectFolder } from '../../src/versions/folder';
import { filesOf, revisions } from '../../src/versions/git';
import { all, nameProblem, save } from '../../src/versions/snapshots';

let folder = '';
const name = 'a law; $(touch x) "q".policy';
const git = (...args: string[]): Buffer => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args]);

before(() => { folder = mkdtempSync(join(tmpdir(), 'policylang-git-')); });
after(() => rmSync(folder, { recursive: true }));

test('the policy files of a revision are read, or a sentence says why not', async () => {
  mkdirSync(join(folder, 'in ü'));
  writeFileSync(join(folder, name), 'then ü\n');
  writeFileSync(join(folder, 'in ü', 'b.policy.md'), '');
  writeFileSync(join(folder, 'notes.txt'), 'no law');
  assert.match(JSON.stringify(await filesOf(folder, 'HEAD')), /not kept in git/);
  git('init', '-q', '-b', 'main');
  assert.match(JSON.stringify(await revisions(folder)), /Nothing has been committed/);
  git('add', '.');
  git('commit', '-qm', 'first');
  git('tag', 'round-1');
  writeFileSync(join(folder, name), 'now\n');
  assert.deepEqual(await filesOf(folder, 'round-1'), { value: [{ path: name, text: 'then ü\n' }, { path: 'in ü/b.policy.md', text: '' }] });
  assert.deepEqual(await filesOf(join(folder, 'in ü'), 'HEAD'), { value: [{ path: 'b.policy.md', text: '' }] });
  assert.match(JSON.stringify(await filesOf(folder, 'round-2')), /knows no revision 'round-2'/);
  assert.match(JSON.stringify(await filesOf(folder, '--upload-pack=x')), /knows no revision/);
  const known = await revisions(folder);
  assert.deepEqual('value' in known && known.value.map(r => r.name).slice(0, 2).sort(), ['main', 'round-1']);
  assert.match('value' in known ? known.value.at(-1)?.about ?? '' : '', /^\d{4}-\d{2}-\d{2} first$/);
});

test('the files of a folder are found, not those of tools; its project is the nearest above it', async () => {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules', 'x.policy'), '');
  assert.deepEqual((await filesIn(folder)).map(f => f.path), [name, 'in ü/b.policy.md']);
  assert.equal(projectFolder(join(folder, 'in ü')), join(folder, 'in ü'));
  writeFileSync(join(folder, 'policy.json'), '{}');
  assert.equal(projectFolder(join(folder, 'in ü')), folder);
});

test('a snapshot is kept under a name that is one, and found again, the latest first', async () => {
  const store = join(folder, 'kept');
  assert.deepEqual(await all(store), []);
  await save(store, { name: 'Round 1', taken: '2026-01-01T00:00:00Z', files: [{ path: 'a.policy', text: 'x' }] });
  await save(store, { name: 'Round 2', taken: '2026-02-01T00:00:00Z', files: [] });
  assert.deepEqual((await all(store)).map(s => s.name), ['Round 2', 'Round 1']);
  assert.equal(nameProblem('Before round 2'), undefined);
  for (const wrong of ['', ' ', '../x', 'a/b', 'x'.repeat(65)]) {
    assert.match(nameProblem(wrong) ?? '', /Use letters/, wrong);
  }
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

interface Manifest {
  devDependencies: Record<string, string>;
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command: string }[]>;
    walkthroughs: { steps: { description: string; media: { markdown: string } }[] }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts')).map(f => readFileSync(join('src', f), 'utf8'));
const contributed = manifest.contributes.commands.map(c => c.command).sort();

test('every command that is offered is carried out, and the other way round', () => {
  const registered = [...readFileSync('src/extension.ts', 'utf8').matchAll(/^ {4}'(policy\.[\w.]+)': (?!\(\[|async)/gm)].map(m => m[1]);
  assert.deepEqual(registered.filter(c => contributed.includes(c ?? '')).sort(), contributed);
  for (const item of Object.values(manifest.contributes.menus).flat()) {
    assert.ok(contributed.includes(item.command), item.command);
  }
});

test('no command has the name of one that the server offers: the client library registers those', () => {
  assert.deepEqual(['policy.runScenario', 'policy.showConflict', 'policy.matrix', 'policy.preview'].filter(c => contributed.includes(c)), []);
});

test('the steps of the walkthrough have their pages, and their buttons lead somewhere', () => {
  for (const step of manifest.contributes.walkthroughs.flatMap(w => w.steps)) {
    assert.ok(existsSync(step.media.markdown), step.media.markdown);
    for (const [, command = ''] of step.description.matchAll(/\(command:([\w.]+)\)/g)) {
      assert.ok(contributed.includes(command) || /^(editor|workbench)\.|\.focus$/.test(command), command);
    }
  }
});

test('a folder that is not trusted cannot name the program to start', () => {
  assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('policy.server.path'));
});

test('pages are built from text alone', () => {
  assert.equal(sources.filter(s => /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/.test(s)).length, 0);
});

test('tools are pinned, and the lock file names no registry', () => {
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
  }

  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved"/);
});

test('every text whose colours are recorded has its record: a missing one would be written, not compared', () => {
  const folder = 'test/grammar/snap';
  const texts = readdirSync(folder).filter(f => f.endsWith('.policy'));
  assert.ok(texts.length > 0);
  assert.deepEqual(texts.filter(f => !existsSync(join(folder, `${f}.snap`))), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelOf } from '../../src/client/logLevels';
import { chooseServer, hasNeededRuntime, type Machine } from '../../src/client/serverChoice';

const native = '/ext/server/linux-x64/policyc';
const portable = '/ext/server/portable/policyc.dll';
const args = ['lsp', '--stdio'];

function machine(files: string[], more: Partial<Machine> = {}): Machine {
  return { platform: 'linux', arch: 'x64', glibc: true, exists: path => files.includes(path), join: (...parts) => parts.join('/'), dotnet: '/usr/bin/dotnet', ...more };
}

test('the native server is started on 64-bit Linux', () => {
  assert.deepEqual(chooseServer('', '/ext/server', machine([native, portable])), { kind: 'run', command: native, args });
});

test('elsewhere the portable server is run with dotnet', () => {
  const expected = { kind: 'run', command: '/usr/bin/dotnet', args: [portable, ...args] };
  for (const other of [{ platform: 'win32' }, { platform: 'darwin' }, { arch: 'arm64' }, { glibc: false }]) {
    assert.deepEqual(chooseServer('', '/ext/server', machine([native, portable], other)), expected);
  }

  assert.deepEqual(chooseServer('', '/ext/server', machine([portable])), expected);
});

test('without dotnet the portable server cannot run, the native one can', () => {
  assert.deepEqual(chooseServer('', '/ext/server', machine([portable], { dotnet: undefined })), { kind: 'needsDotnet' });
  assert.equal(chooseServer('', '/ext/server', machine([native], { dotnet: undefined })).kind, 'run');
});

test('the setting prevails, whether it names a program or a library', () => {
  assert.deepEqual(chooseServer('/own/policyc', '/ext/server', machine([native, '/own/policyc'])), { kind: 'run', command: '/own/policyc', args });
  assert.deepEqual(chooseServer('/own/Policyc.DLL', '/ext/server', machine(['/own/Policyc.DLL'])), { kind: 'run', command: '/usr/bin/dotnet', args: ['/own/Policyc.DLL', ...args] });
});

test('a setting that names nothing is told, not passed over', () => {
  assert.deepEqual(chooseServer('/own/policyc', '/ext/server', machine([native])), { kind: 'wrongPath', path: '/own/policyc' });
  assert.deepEqual(chooseServer('', '/ext/server', machine([])), { kind: 'notBundled' });
});

test('runtimes count from version 10, and only the one for programs', () => {
  assert.equal(hasNeededRuntime('Microsoft.AspNetCore.App 10.0.1 [/x]\nMicrosoft.NETCore.App 8.0.11 [/x]\nMicrosoft.NETCore.App 10.0.1 [/x]\n'), true);
  assert.equal(hasNeededRuntime('Microsoft.NETCore.App 11.0.0-preview.1 [/x]\n'), true);
  assert.equal(hasNeededRuntime('Microsoft.AspNetCore.App 10.0.1 [/x]\nMicrosoft.NETCore.App 9.0.9 [/x]\n'), false);
  assert.equal(hasNeededRuntime(''), false);
});

test('a line of the server keeps the weight that the server gave it', () => {
  assert.deepEqual(levelOf('info: policylang[1] Started'), { level: 'info', text: 'policylang[1] Started' });
  assert.deepEqual(levelOf('fail: policylang[3] hover failed'), { level: 'error', text: 'policylang[3] hover failed' });
  assert.deepEqual(levelOf('Unhandled exception.'), { level: 'error', text: 'Unhandled exception.' });
  assert.deepEqual(levelOf('note: this'), { level: 'error', text: 'note: this' });
});

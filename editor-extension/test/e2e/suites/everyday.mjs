// What a drafter does every day, in one VS Code on one folder: starting one takes longer than most of the tests.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { server } from '../rig/package.mjs';
import { startVSCode } from '../rig/vscode.mjs';
import { box } from './everyday/box.mjs';
import { language } from './everyday/language.mjs';
import { life } from './everyday/life.mjs';
import { views } from './everyday/views.mjs';

/** A copy of the test workspace, all of it committed: views compare with the last commit. */
function workspace() {
  const folder = mkdtempSync(path.join(tmpdir(), 'policylang-workspace-'));
  cpSync(path.join(extensionFolder, 'test/e2e/workspace'), folder, { recursive: true });
  const git = (...words) => execFileSync('git', ['-c', 'user.name=Drafter', '-c', 'user.email=drafter@example.org', ...words], { cwd: folder, stdio: 'ignore' });
  git('init');
  git('add', '.');
  git('commit', '--no-gpg-sign', '-m', 'Begin');
  return folder;
}

export default {
  name: 'everyday',
  async open({ vsix, out }) {
    const folder = workspace();
    // The setting is tested along with the rest: this server is not the one in the package.
    const vs = await startVSCode({ vsix, folder, out, settings: { 'policy.server.path': server, 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200 } });
    return { ...vs, close: () => vs.close().finally(() => rmSync(folder, { recursive: true, force: true })) };
  },
  async between(vs) {
    await vs.editor.escape();
    await vs.editor.escape();
    await vs.quick.run('View: Close All Editors');
  },
  tests: { ...box, ...language, ...views, ...life },
};

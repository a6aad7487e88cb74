// Makes the pictures of the README from the sample, in a real VS Code. Usage: npm run screenshots [-- NAME…], where each NAME is that of a picture.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionFolder, missing } from './home.mjs';
import { packageUnderTest, server } from './rig/package.mjs';
import { startVSCode } from './rig/vscode.mjs';
import { scenes } from './suites/scenes.mjs';

const reason = missing();
if (reason) throw new Error(reason);

const out = path.join(extensionFolder, 'media/screenshots');
const work = mkdtempSync(path.join(tmpdir(), 'policylang-screenshots-'));
const folder = path.join(work, 'sample');
cpSync(path.join(extensionFolder, 'sample'), folder, { recursive: true });
mkdirSync(out, { recursive: true });

/** 128 colours are enough for a window, and a quarter of the size. */
function compress(file) {
  try {
    execFileSync('pngquant', ['--force', '--strip', '--skip-if-larger', '--output', file, '128', file]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.log('not compressed: pngquant is not installed');
  }
}

const settings = { 'policy.server.path': server, 'testing.automaticallyOpenTestResults': 'neverOpen', 'workbench.editor.enablePreview': false };
try {
  for (const [name, scene] of Object.entries(scenes).filter(([each]) => process.argv.length < 3 || process.argv.includes(each))) {
    // A new window for each: nothing is left over from the scene before.
    const vs = await startVSCode({ vsix: packageUnderTest(work), folder, out: work, settings, width: 1120, height: 640, pictures: true });
    try {
      await scene(vs);
      await vs.picture(name);
    } catch (error) {
      await vs.evidence(name);
      throw error;
    } finally {
      await vs.close();
    }
    cpSync(path.join(work, `${name}.png`), path.join(out, `${name}.png`));
    compress(path.join(out, `${name}.png`));
    console.log(name);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

// Every view and page on the whole law library with a company's policy, in each theme, zoomed and narrow: pictures to look at, and axe.
// Usage: npm run tour [-- WORD], where WORD is in the names of the scenes. Pictures are in out/tour; what axe finds ends it with 1.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionFolder, missing } from './home.mjs';
import { colours, faults, layout } from './rig/axe.mjs';
import { packageUnderTest, server } from './rig/package.mjs';
import { startVSCode } from './rig/vscode.mjs';
import { until, untilMatch } from './rig/wait.mjs';
import { scenes } from './suites/tour.mjs';

const reason = missing();
if (reason) throw new Error(reason);

/** A page at 150 % has two thirds of the pixels. */
const looks = {
  light: { width: 1280, height: 800, theme: 'vscode-light' },
  dark: { width: 1280, height: 800, theme: 'vscode-dark', colorScheme: 'dark' },
  contrast: { width: 1280, height: 800, theme: 'vscode-high-contrast', colorScheme: 'dark', forcedColors: 'active' },
  zoomed: { width: 853, height: 533, theme: 'vscode-light' },
  narrow: { width: 800, height: 800, theme: 'vscode-light' },
};

const work = mkdtempSync(path.join(tmpdir(), 'policylang-tour-'));
const folder = path.join(work, 'acme');
const out = path.join(extensionFolder, 'test/e2e/out/tour');
cpSync(path.join(extensionFolder, 'test/e2e/workspace-company'), folder, { recursive: true });
mkdirSync(out, { recursive: true });

let found = 0;
async function look(vs, name, frame) {
  for (const [kind, { width, height, theme, colorScheme = 'light', forcedColors = 'none' }] of Object.entries(looks)) {
    await vs.page.emulateMedia({ colorScheme, forcedColors });
    await vs.page.setViewportSize({ width, height });
    await until(`the theme ${theme}`, async () => (await (frame ?? vs.page).evaluate(() => (document.querySelector('.monaco-workbench') ?? document.body).className.replace('hc-black', 'vscode-high-contrast').replace(/\bvs-dark\b/, 'vscode-dark').replace(/\bvs\b/, 'vscode-light'))).split(' ').includes(theme));
    if (frame) {
      await untilMatch('the page', /./, () => frame.locator('body').innerText());
      for (const fault of await faults(frame, kind === 'light' ? {} : colorScheme === 'light' ? layout : colours)) {
        found++;
        console.log(`${name} ${kind}: ${fault}`);
      }
      const [wide, room] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      if (wide > room + 1) console.log(`${name} ${kind}: ${wide} pixels wide in ${room}`);
    }
    await vs.picture(`${name}-${kind}`);
  }
  await vs.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await vs.page.setViewportSize({ width: looks.light.width, height: looks.light.height });
}

try {
  const settings = { 'policy.server.path': server, 'policy.asOf': '2026-12-01', 'window.autoDetectColorScheme': true, 'workbench.editor.enablePreview': false };
  const vs = await startVSCode({ vsix: packageUnderTest(work), folder, out, settings, pictures: true });
  try {
    for (const [name, scene] of Object.entries(scenes).filter(([each]) => each.includes(process.argv[2] ?? ''))) {
      const begun = Date.now();
      try {
        const frame = await scene(vs);
        console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
        await look(vs, name, frame);
      } catch (error) {
        found++;
        console.log(`${name}: ${error.message}`);
        await vs.evidence(`${name}-failed`);
      }
      await vs.editor.escape();
      await vs.quick.run('View: Close All Editors');
    }
  } finally {
    await vs.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = found === 0 ? 0 : 1;

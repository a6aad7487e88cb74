// VS Code for the web in Chromium, and what a hand does in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium as driver } from 'playwright-core';
import { outsideOf, switches } from '../rig/browser.mjs';
import { editor } from '../rig/editor.mjs';
import { painter } from '../rig/pictures.mjs';
import { quickInput } from '../rig/quick-input.mjs';
import { patient, until, untilMatch } from '../rig/wait.mjs';
import { workbench } from '../rig/workbench.mjs';
import { chromium } from './package.mjs';
import { serve } from './server.mjs';

const settings = {
  'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false, 'files.autoSave': 'off', 'editor.minimap.enabled': false, 'telemetry.telemetryLevel': 'off',
  'workbench.colorTheme': 'Default Light Modern', 'editor.fontFamily': 'DejaVu Sans Mono', 'editor.hover.delay': 100, 'editor.accessibilitySupport': 'off', 'window.commandCenter': false,
};

/** `extension`: a folder with the unpacked package; `workspace`: files by name; `out`: where pictures go. */
export async function openWindow({ extension, workspace, out }) {
  const server = await serve({ extension, workspace, settings });
  // A profile of its own: a window without one lets no page in a page have a service worker, which views need.
  const profile = mkdtempSync(path.join(tmpdir(), 'policylang-web-profile-'));
  const context = await driver.launchPersistentContext(profile, {
    executablePath: chromium, headless: true, viewport: { width: 1280, height: 800 },
    args: ['--no-sandbox', ...switches],
  });
  const outside = outsideOf(context);
  const page = context.pages()[0] ?? await context.newPage();
  patient(page);
  const messages = [];
  page.on('console', message => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => messages.push(`pageerror: ${error.message}`));
  const picture = painter(page, out);
  await page.goto(server.url);
  await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item');
  const quick = quickInput(page);
  return {
    page, picture, quick, outside,
    editor: editor(page, quick),
    workbench: workbench(page, quick),
    /** Opens a file of the window, or of a folder in it; this file system cannot be searched, so that Control+P finds nothing. */
    async openFile(name, folder) {
      await page.keyboard.press('Control+Shift+e');
      const row = text => page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: text }).first();
      if (folder) {
        await row(folder).waitFor();
        if (await row(folder).getAttribute('aria-expanded') !== 'true') await row(folder).click();
      }

      await row(name).dblclick();
      await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
      await page.waitForSelector('.editor-group-container.active .monaco-editor .view-line');
      await until('the editor to have the focus', async () => {
        await page.keyboard.press('Control+1');
        return page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null);
      });
    },
    /** Takes an entry of the light bulb's list by the keys; a click is caught by what lies above the list in this version. */
    async fix(pattern) {
      const rows = '.action-widget .monaco-list-row.action';
      await page.keyboard.press('Control+.');
      await untilMatch('the list of fixes', pattern, () => page.locator(rows).allInnerTexts());
      await until('the entry', async () => {
        if (pattern.test(await page.locator(`${rows}.focused`).innerText())) return true;
        await page.keyboard.press('ArrowDown');
        return false;
      });
      await page.keyboard.press('Enter');
    },
    async evidence(name) {
      await painter(page, out, true)(name).catch(() => {});
      writeFileSync(path.join(out, `${name}.log`), [...messages, '===== requests', ...server.requests].join('\n'));
    },
    async close() {
      await context.close();
      server.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

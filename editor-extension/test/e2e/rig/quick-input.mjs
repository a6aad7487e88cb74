// The box at the top of the window: commands, files, lines, choices.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { until, untilMatch } from './wait.mjs';

const input = '.quick-input-widget:not([style*="display: none"]) .quick-input-box input';
// A box that does not offer what is wanted by then was opened too early.
const short = 8000;
const rows = '.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row';

/** What a command of the extension is called in the palette; its words are the extension's own. */
export function titleOf(command) {
  const { contributes } = JSON.parse(readFileSync(path.join(extensionFolder, 'package.json'), 'utf8'));
  const found = contributes.commands.find(entry => entry.command === command);
  if (!found) throw new Error(`package.json has no command '${command}'`);
  return found.category ? `${found.category}: ${found.title}` : found.title;
}

export function quickInput(page) {
  const labels = selector => page.locator(selector).evaluateAll(found => found.map(row => row.getAttribute('aria-label')));
  const focused = () => labels(`${rows}.focused`);
  const all = () => labels(rows);
  // An icon is read out before the label.
  const startsWith = (text, flags = '') => new RegExp(`^(\\S+ {2})?${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, `i${flags}`);

  /** Types, and waits until the row that is wanted is the one that Enter takes. */
  async function take(text, label, milliseconds) {
    await page.keyboard.type(text);
    await untilMatch(`'${label}' in the box`, startsWith(label), focused, milliseconds);
    await page.keyboard.press('Enter');
  }

  /** Opens the box by a key, and uses it; anew where the workbench was not ready: what it offers is fixed once it is open. */
  async function use(key, prefix, what, act) {
    await until(what, async () => {
      await page.keyboard.press(key);
      await page.waitForSelector(`${input}:focus`, { timeout: short });
      try {
        await until(`'${prefix}' in the box`, async () => (await page.inputValue(input)).startsWith(prefix), short);
        await act();
        return true;
      } catch (error) {
        await page.keyboard.press('Escape');
        throw error;
      }
    });
  }

  return {
    /** Takes a row of a box that something else has opened; what is typed before it has the focus would go into the text. */
    async choose(label) {
      await untilMatch('the box', startsWith(label, 'm'), all);
      await page.waitForSelector(`${input}:focus`);
      await take(label, label);
    },
    /** Types into a box that something else has opened. */
    async type(text) {
      await page.waitForSelector(`${input}:focus`);
      await page.keyboard.type(text);
    },
    /** Ticks or unticks one of several choices, and accepts them. */
    async tick(label) {
      await untilMatch('the box', startsWith(label, 'm'), all);
      await page.waitForSelector(`${input}:focus`);
      await page.locator(rows).filter({ hasText: label }).first().locator('input, .monaco-checkbox, .quick-input-list-checkbox').first().click();
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK', exact: true }).click();
    },
    /** Ticks one of several choices alone, and accepts it. */
    async tickOnly(label) {
      await untilMatch('the box', startsWith(label, 'm'), all);
      await page.waitForSelector(`${input}:focus`);
      const wrong = () => page.locator(rows).evaluateAll((found, wanted) => found.findIndex(row => (row.getAttribute('aria-checked') === 'true') !== row.innerText.includes(wanted)), label);
      await until(`'${label}' alone to be ticked`, async () => {
        const at = await wrong();
        if (at >= 0) await page.locator(rows).nth(at).locator('input, .monaco-checkbox, .quick-input-list-checkbox').first().click();
        return at < 0;
      });
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK', exact: true }).click();
    },
    /** Waits until the box offers something. */
    async offers(pattern) {
      await untilMatch('the box', pattern, all);
    },
    /** Names a folder, other than the one that a dialog shows. Until the dialog has read it, OK would take the one before. */
    async chooseFolder(folder) {
      const ok = page.locator('.quick-input-widget').getByRole('button', { name: 'OK', exact: true });
      await ok.waitFor();
      const before = String(await until('the folder that the dialog shows', async () => (await all()).length > 0 && all()));
      await page.fill(input, folder);
      await until(`the dialog to read ${folder}`, async () => String(await all()) !== before);
      await ok.click();
      await ok.waitFor({ state: 'hidden' });
    },
    /** Names a file that is to be written, in place of the name that the dialog proposes. */
    async name(file) {
      const ok = page.locator('.quick-input-widget').getByRole('button', { name: /^(OK|Save)$/ });
      await ok.waitFor();
      await until('the name that the dialog proposes', async () => (await page.inputValue(input)).length > 0 && (await all()).length > 0);
      await page.fill(input, file);
      await until(`the name ${file}`, async () => await page.inputValue(input) === file);
      await ok.click();
      await ok.waitFor({ state: 'hidden' });
    },
    run: title => use('F1', '>', `the command '${title}'`, () => take(title, title, short)),
    runCommand(command) {
      return this.run(titleOf(command));
    },
    async openFile(relative) {
      await use('Control+p', '', `the file ${relative}`, () => take(relative, path.basename(relative), short));
      await page.waitForSelector(`.tab.active[data-resource-name="${path.basename(relative)}"]`);
      await page.waitForSelector('.editor-group-container.active .monaco-editor .view-line');
      await until('the editor to have the focus', () => page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null));
    },
    async goto(line, column) {
      // Enter before the box has read the line closes it, and goes nowhere.
      await until(`the cursor at ${line}:${column}`, async () => {
        await use('Control+g', ':', 'the box for a line', async () => {
          await page.keyboard.type(`${line}:${column}`);
          await page.keyboard.press('Enter');
        });
        return untilMatch('the cursor', new RegExp(`Ln ${line}, Col ${column}\\b`), () => page.locator('[id="status.editor.selection"]').innerText(), short);
      });
    },
  };
}

// The box at the top of the window: commands, files, lines, choices. It closes itself where something else takes the focus, such as a
// view that is drawn just then; so each use of it is an attempt, and made anew.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { brief, until, untilMatch } from './wait.mjs';

const box = '.quick-input-widget:not([style*="display: none"])';
const input = `${box} .quick-input-box input`;
const rows = `${box} .quick-input-list .monaco-list-row`;

/** What a command of the extension is called in the palette; its words are the extension's own. */
export function titleOf(command) {
  const { contributes } = JSON.parse(readFileSync(path.join(extensionFolder, 'package.json'), 'utf8'));
  const found = contributes.commands.find(entry => entry.command === command);
  if (!found) throw new Error(`package.json has no command '${command}'`);
  return found.category ? `${found.category}: ${found.title}` : found.title;
}

export function quickInput(page) {
  const labels = selector => page.locator(selector).evaluateAll(found => found.map(row => row.getAttribute('aria-label')));
  const all = () => labels(rows);
  const ok = () => page.locator(box).getByRole('button', { name: /^(OK|Save)$/ });
  // An icon is read out before the label.
  const startsWith = (text, flags = '') => new RegExp(`^(\\S+ {2})?${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, `i${flags}`);

  /** What is typed in the box, while it has the focus. */
  const typed = () => page.evaluate(selector => (document.activeElement?.matches(selector) ? document.activeElement.value : undefined), input);
  const editorHasFocus = () => page.evaluate(() => Boolean(document.activeElement?.closest('.editor-instance')));

  /** Waits for something in the open box; fails at once where it has closed itself. */
  async function inBox(what, ask) {
    const seen = await until(what, async () => ((await ask()) ? 'it' : !(await page.locator(input).first().isVisible()) && 'no box'));
    if (seen !== 'it') throw new Error(`the box closed itself before ${what}`);
  }

  /** Fills the box and accepts, once the row that Enter takes is the one that is wanted. Keys would go wherever the focus is by then. */
  async function take(text, label) {
    await page.fill(input, text);
    await inBox(`'${label}' in the box`, async () => startsWith(label).test(String(await labels(`${rows}.focused`))));
    await page.press(input, 'Enter');
  }

  /** Does something with a box; closes what is left of it where that fails. */
  async function tried(act) {
    try {
      return await act();
    } catch (error) {
      await page.keyboard.press('Escape');
      throw error;
    }
  }

  /** One use of the box that a key opens. What it offers is fixed once it is open: it may have been too early. */
  const once = (key, prefix, act) => tried(async () => {
    await page.keyboard.press(key);
    await until(`'${prefix}' in the box`, async () => (await typed())?.startsWith(prefix), brief);
    await act();
    return true;
  });

  /** Ticks and unticks until no row is wrong, and accepts. */
  async function accept(label, isWrong) {
    await untilMatch('the box', startsWith(label, 'm'), all);
    const wrong = () => page.locator(rows).evaluateAll((found, [wanted, test]) => found.findIndex(row => {
      const [ticked, named] = [row.getAttribute('aria-checked') === 'true', row.innerText.includes(wanted)];
      return { tick: named && !ticked, untick: named && ticked, only: named !== ticked }[test];
    }), [label, isWrong]);
    await inBox(`the choice of '${label}'`, async () => {
      const at = await wrong();
      if (at >= 0) await page.locator(rows).nth(at).locator('input, .monaco-checkbox, .quick-input-list-checkbox').first().click();
      return at < 0;
    });
    await ok().click();
  }

  /** Waits until a dialog that names files has listed a folder. */
  const dialog = () => until('the dialog', async () => await ok().isVisible() && (await all()).length > 0);
  async function close() {
    await ok().click();
    await until('the dialog to close', async () => !await ok().isVisible());
  }

  return {
    /** Does what opens a box, and answers it by what stands below; both anew where the box closed itself. */
    answer: (open, act) => until('an answer to the box', async () => {
      await open();
      await tried(act);
      return true;
    }),
    /** Takes a row. */
    async choose(label) {
      await untilMatch('the box', startsWith(label, 'm'), all);
      await take(label, label);
    },
    /** Ticks or unticks one of several choices, or ticks it alone, and accepts. */
    tick: label => accept(label, 'tick'),
    untick: label => accept(label, 'untick'),
    tickOnly: label => accept(label, 'only'),
    /** Waits until the box offers something. */
    offers: pattern => untilMatch('the box', pattern, all),
    /** Names a folder, other than the one that a dialog shows. Until the dialog has read it, OK would take the one before. */
    async chooseFolder(folder) {
      await dialog();
      const before = String(await all());
      await page.fill(input, folder);
      await inBox(`what is in ${folder}`, async () => String(await all()) !== before);
      await close();
    },
    /** Names a file that is to be written, in place of the name that the dialog proposes. */
    async name(file) {
      await dialog();
      await inBox('the name that is proposed', async () => (await page.inputValue(input)).length > 0);
      await page.fill(input, file);
      await close();
    },
    /** Types into a box for words, which stays open. */
    async type(text) {
      await until('a box for words', async () => await typed() !== undefined);
      await page.keyboard.type(text);
    },
    run: title => until(`the command '${title}'`, () => once('F1', '>', () => take(`>${title}`, title))),
    runCommand(command) {
      return this.run(titleOf(command));
    },
    openFile(relative) {
      const name = path.basename(relative);
      return until(`the file ${relative}`, async () => {
        await once('Control+p', '', () => take(relative, name));
        await until('its text', () => page.locator(`.editor-group-container.active:has(.tab.active[data-resource-name="${name}"]) .monaco-editor .view-line`).first().isVisible());
        return until('the editor to have the focus', editorHasFocus);
      });
    },
    goto: (line, column) => until(`the cursor at ${line}:${column}`, async () => {
      await once('Control+g', ':', async () => {
        await page.fill(input, `:${line}:${column}`);
        // Enter before the box has read the line closes it, and goes nowhere.
        await inBox(`line ${line}`, async () => new RegExp(`\\b${line}\\b.*\\b${column}\\b`).test(String(await all())));
        await page.press(input, 'Enter');
      });
      await untilMatch('the cursor', new RegExp(`Ln ${line}, Col ${column}\\b`), () => page.locator('[id="status.editor.selection"]').innerText());
      return until('the editor to have the focus', editorHasFocus);
    }),
  };
}

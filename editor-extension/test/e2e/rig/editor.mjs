// The text editor, by the keys that a drafter presses.
import { until, untilMatch } from './wait.mjs';

const active = '.editor-group-container.active .monaco-editor';
const plain = text => text.replace(/\u00a0/g, ' ');

export function editor(page, quick) {
  const all = async selector => (await page.locator(selector).allInnerTexts()).map(plain);
  const orEscape = act => act().catch(async error => {
    await page.keyboard.press('Escape');
    throw error;
  });
  return {
    /** Waits until the editor, of the tab with this name where one is given, shows such text: decorations of the text are part of it. */
    untilShown(pattern, tab) {
      const group = page.locator('.editor-group-container', tab ? { has: page.locator(`.tab[data-resource-name="${tab}"]`) } : { hasText: '' });
      return untilMatch('the text that is shown', pattern, async () => plain(await group.locator('.monaco-editor .lines-content').first().innerText()));
    },
    untilSquiggle: (kind = 'error') => page.waitForSelector(`${active} .squiggly-${kind}`, { state: 'attached' }),
    untilNoSquiggle: (kind = 'error') => page.waitForSelector(`${active} .squiggly-${kind}`, { state: 'detached' }),
    /** How the word is coloured: the classes and the colour of each piece of text that is exactly it. */
    colours: word => page.locator(`${active} .view-line span > span`).evaluateAll((spans, text) => spans
      .filter(span => span.textContent.replace(/\u00a0/g, ' ').trim() === text)
      .map(span => ({ classes: span.className, colour: getComputedStyle(span).color })), word),
    /** The card at a place; asked for anew where the keys found another focus. */
    hover: (line, column, pattern) => until(`the hover at ${line}:${column}`, async () => {
      await quick.goto(line, column);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      return orEscape(() => untilMatch('the hover', pattern, () => all('.monaco-hover:not(.hidden) .hover-row')));
    }),
    /** Opens the list of proposals, and waits for one of them. */
    suggest: pattern => until('the list of proposals', async () => {
      await page.keyboard.press('Control+Space');
      return orEscape(() => untilMatch('the proposals', pattern, () => all('.suggest-widget.visible .monaco-list-row .label-name')));
    }),
    rename: name => until(`the name ${name}`, () => orEscape(async () => {
      await page.keyboard.press('F2');
      const box = page.locator('.rename-box .rename-input');
      // The box is visible before it has the focus.
      await until('the box for a name', () => page.locator('.rename-box .rename-input:focus').isVisible());
      await box.fill(name);
      await box.press('Enter');
      return until('the box to close', async () => !await box.isVisible());
    })),
    /** The light bulb's list at the cursor; takes the entry that matches. */
    fix: pattern => until(`the fix ${pattern}`, () => orEscape(async () => {
      const entries = page.locator('.action-widget .monaco-list-row.action');
      await page.keyboard.press('Control+.');
      await untilMatch('the list of fixes', pattern, () => entries.allInnerTexts());
      await entries.filter({ hasText: pattern }).first().click();
      return true;
    })),
    escape: () => page.keyboard.press('Escape'),
  };
}

// The text editor, by the keys that a drafter presses.
import { until, untilMatch } from './wait.mjs';

const active = '.editor-group-container.active .monaco-editor';
const plain = text => text.replace(/\u00a0/g, ' ');

export function editor(page, quick) {
  const all = async selector => (await page.locator(selector).allInnerTexts()).map(plain);
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
    async hover(line, column, pattern) {
      await quick.goto(line, column);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      return untilMatch('the hover', pattern, () => all('.monaco-hover:not(.hidden) .hover-row'));
    },
    /** Opens the list of proposals, and waits for one of them. */
    async suggest(pattern) {
      await page.keyboard.press('Control+Space');
      return untilMatch('the proposals', pattern, () => all('.suggest-widget.visible .monaco-list-row .label-name'));
    },
    async rename(name) {
      await page.keyboard.press('F2');
      // The box is visible before it has the focus; what is typed in between would go into the text.
      await page.waitForSelector('.rename-box .rename-input:focus');
      await page.keyboard.press('Control+a');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.rename-box .rename-input', { state: 'hidden' });
    },
    /** The light bulb's list at the cursor; takes the entry that matches. */
    async fix(pattern) {
      const rows = page.locator('.action-widget .monaco-list-row.action');
      await until('the list of fixes', async () => {
        await page.keyboard.press('Control+.');
        await rows.first().waitFor({ timeout: 5000 });
        return true;
      });
      await untilMatch('the list of fixes', pattern, () => rows.allInnerTexts());
      await rows.filter({ hasText: pattern }).first().click();
    },
    escape: () => page.keyboard.press('Escape'),
  };
}

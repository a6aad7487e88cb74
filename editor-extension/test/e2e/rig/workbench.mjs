// What is around the editor: panels, trees, the status bar, notifications.
import { until, untilMatch } from './wait.mjs';

const single = text => text.replace(/\s+/g, ' ').trim();

const row = '.monaco-list-row';

/** A tree: its rows as they are read from above to below. */
function tree(page, what, selector) {
  const rows = pattern => page.locator(`${selector} ${row}`).filter({ hasText: pattern });
  return {
    row: pattern => rows(pattern).first(),
    rows: () => page.locator(`${selector} ${row}`).evaluateAll(found => found.map(each => `${each.innerText.replace(/\s+/g, ' ').trim()} (${each.getAttribute('aria-label')})`)),
    until(pattern) {
      return untilMatch(what, pattern, () => this.rows());
    },
    /** Opens a row, unless it is open. Rows are drawn anew at any time. */
    expand: pattern => until(`'${pattern}' to be open`, async () => {
      if (await rows(pattern).first().getAttribute('aria-expanded') === 'true') return true;
      await rows(pattern).first().locator('.monaco-tl-twistie').click();
      return false;
    }),
    /** Presses a button that a row shows under the pointer. */
    press: (pattern, name) => until(`'${name}' at '${pattern}'`, async () => {
      await rows(pattern).first().hover();
      await rows(pattern).first().getByRole('button', { name }).click();
      return true;
    }),
  };
}

export function workbench(page, quick) {
  const texts = async selector => (await page.locator(selector).allInnerTexts()).map(single);
  const notified = () => texts('.notifications-toasts .notification-list-item');
  return {
    conflicts: tree(page, 'the Conflicts view', '.customview-tree'),
    tests: tree(page, 'the Testing view', '.test-explorer'),
    /** The rows of the Problems panel. */
    async problems(pattern) {
      if (await page.locator('.markers-panel').count() === 0) await quick.run('Problems: Focus on Problems View');
      return untilMatch('the Problems panel', pattern, () => texts(`.markers-panel ${row}`));
    },
    untilStatus: pattern => untilMatch('the status bar', pattern, () => texts('.statusbar-item')),
    notified,
    notifications: pattern => untilMatch('the notifications', pattern, notified),
    /** Drags the border between the side bar and the editor. */
    async widenSideBar(pixels) {
      const { x, width, y, height } = await page.locator('.part.sidebar').boundingBox();
      await page.mouse.move(x + width, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width + pixels, y + height / 2, { steps: 5 });
      await page.mouse.up();
    },
    untilTab: name => page.waitForSelector(`.tab.active[data-resource-name="${name}"]`),
  };
}

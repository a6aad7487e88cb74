// The rig itself: a box that closes while it is used.
import assert from 'node:assert/strict';

export const box = {
  async 'a box that closes itself while it is used is opened anew, and what is typed is not lost in the text'({ quick, page }) {
    await quick.openFile('drafting.policy');
    const text = () => page.locator('.editor-group-container.active .view-lines').innerText();
    const before = await text();
    // Whatever takes the focus from the box: twice, as soon as it has it.
    await page.evaluate(() => {
      globalThis.thefts = 0;
      document.addEventListener('focusin', function steal({ target }) {
        if (!target.closest('.quick-input-widget')) return;
        setTimeout(() => document.querySelector('.editor-instance .native-edit-context, .editor-instance textarea').focus());
        if (++globalThis.thefts === 2) document.removeEventListener('focusin', steal);
      });
    });
    await quick.goto(6, 32);
    assert.equal(await page.evaluate(() => globalThis.thefts), 2);
    assert.equal(await text(), before);
  },
};

// What the pictures of the README show, each on the sample folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { ask } from '../rig/ask.mjs';
import { pageTitled } from '../rig/webview.mjs';

/** Where the sample names the clause that conflicts with another. */
function clause() {
  const lines = readFileSync(path.join(extensionFolder, 'sample/laws.policy'), 'utf8').split('\n');
  const line = lines.findIndex(text => text.includes('sovereignty S2713'));
  return { line: line + 1, column: lines[line].indexOf('S2713') + 1 };
}

async function conflictsView({ quick, workbench }) {
  await quick.run('PolicyLang: Focus on Conflicts View');
  await workbench.widenSideBar(160);
  await workbench.conflicts.expand('CloudAct.S2713 × GDPR.Art48');
}

export const scenes = {
  async conflict({ quick, editor, page, workbench }) {
    await quick.openFile('laws.policy');
    await workbench.untilStatus(/1 conflict/);
    await quick.run('View: Close Primary Side Bar');
    const { line, column } = clause();
    await editor.hover(line, column, /no choice complies[\s\S]*PL4001/);
    await page.waitForFunction(() => [...document.querySelectorAll('.monaco-hover')].some(hover => getComputedStyle(hover).opacity === '1' && /Quick Fix/.test(hover.innerText)));
  },

  async 'conflicts-view'(vs) {
    await conflictsView(vs);
    await vs.workbench.conflicts.row(/^\s*Preservation and disclosure\s*CloudAct\.S2713/).click();
    await vs.workbench.untilTab('laws.policy');
    await vs.editor.untilSquiggle();
    await pageTitled(vs.page, 'Preservation and disclosure');
  },

  async matrix({ quick, page }) {
    await quick.openFile('laws.policy');
    await quick.run('View: Close Primary Side Bar');
    await quick.runCommand('policy.openMatrix');
    const frame = await pageTitled(page, 'Transfer matrix');
    await frame.getByLabel('Data', { exact: true }).selectOption('CustomerData');
    await frame.getByRole('gridcell', { name: /with \d+ condition/ }).first().click();
    await frame.locator('.details').getByText('Decided by').waitFor();
  },

  async testing({ quick, editor, workbench }) {
    await quick.openFile('scenarios.policy');
    await quick.run('Testing: Focus on Test Explorer View');
    await workbench.widenSideBar(100);
    await workbench.tests.until(/scenarios\.policy/);
    await quick.run('Test: Run All Tests');
    await workbench.tests.expand('scenarios.policy');
    await workbench.tests.until(/Wrong on purpose.*\(Failed\)/);
    await editor.untilShown(/!=/);
  },

  async ask(vs) {
    await vs.quick.openFile('laws.policy');
    await vs.quick.run('View: Close Primary Side Bar');
    await ask(vs, { data: 'CustomerData', from: 'DE', to: 'IN' }, /Prohibited[\s\S]*Ways to comply/);
  },

  async preview({ quick, editor }) {
    await quick.openFile('laws.policy');
    await quick.run('View: Close Primary Side Bar');
    await quick.answer(() => quick.runCommand('policy.previewCSharp'), () => quick.choose('CloudAct.cs'));
    await editor.untilShown(/public static class CloudAct/, 'CloudAct.cs');
  },
};

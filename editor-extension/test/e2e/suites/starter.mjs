// Somebody without any file starts a project: seats, data, destinations, law, and a folder that works.
import assert from 'node:assert/strict';
import { faults } from '../rig/axe.mjs';
import { server } from '../rig/package.mjs';
import { startVSCode } from '../rig/vscode.mjs';
import { untilMatch } from '../rig/wait.mjs';
import { pageTitled } from '../rig/webview.mjs';

export default {
  name: 'starter',
  open: ({ vsix, out }) => startVSCode({ vsix, out, settings: { 'policy.server.path': server, 'testing.automaticallyOpenTestResults': 'neverOpen' } }),
  tests: {
    async 'a project is made from four steps, and opens with Ask'({ quick, page, workbench, picture }) {
      await quick.runCommand('policy.startProject');
      const frame = await pageTitled(page, 'Start a project');
      const step = text => untilMatch('the step', text, () => frame.locator('#page').innerText());
      const next = () => frame.getByRole('button', { name: 'Next' }).click();
      await step(/Step 1 of 4/);
      await frame.getByLabel('What is your organisation called?').fill('Nordlicht Analytics');
      await frame.getByLabel('Find in Seats').fill('german');
      await frame.getByLabel('Germany (DE)', { exact: true }).check();
      await step(/Chosen: Germany\./);
      assert.deepEqual(await faults(frame), []);
      await picture('starter-seats');
      await next();
      await step(/Step 2 of 4/);
      await next();
      await step(/Choose at least one kind of data/);
      await frame.getByLabel('Health', { exact: false }).first().check();
      await next();
      await step(/Step 3 of 4/);
      await frame.getByLabel('Find in Destinations').fill('united states');
      await frame.getByLabel('United States (US)', { exact: true }).check();
      await next();
      await step(/Law of the places that bind you[\s\S]*General Data Protection Regulation \(GDPR\)[\s\S]*Read as of 20\d\d-[\s\S]*Law of your destinations[\s\S]*CloudAct/);
      assert.deepEqual(await faults(frame), []);
      await frame.locator('#use-CloudAct').check();
      await picture('starter-law');
      await quick.answer(() => frame.getByRole('button', { name: 'Make the project…' }).click(), () => quick.choose('My home folder'));
      await page.locator('.tab[data-resource-name="policy.policy"]').first().waitFor();
      await pageTitled(page, 'May I transfer…?');
      await workbench.untilStatus(/No conflicts/);
    },

    async 'what was made has no finding, and its scenarios pass'({ quick, workbench }) {
      // The two laws collide, which is acknowledged: a note, and neither an error nor a warning.
      await workbench.untilStatus(/(^|\n)0 0( \d+)?(\n|$)/);
      await quick.run('Testing: Focus on Test Explorer View');
      await workbench.tests.until(/scenarios\.policy/);
      await quick.run('Test: Run All Tests');
      await workbench.tests.expand('scenarios.policy');
      await workbench.tests.until(/Health to US, as the law is now \(Passed\)/);
      assert.doesNotMatch((await workbench.tests.rows()).join('\n'), /\(Failed\)/);
    },
  },
};

// A drafter in VS Code for the web: nothing but a browser, and files that are on no disk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pageTitled } from '../rig/webview.mjs';
import { openWindow } from './window.mjs';

const draft = `uses DEPA

framework Storage "Storage abroad" {
  authority SG
  in force from 2024-01-01

  transfer Cloud {
    Controller may transfer PersonalData
    from SG
    to US
  }
}
`;

export const suite = extension => ({
  name: 'web',
  open: ({ out }) => openWindow({
    extension, out,
    workspace: {
      'laws.policy': readFileSync(path.join(extension, 'sample/laws.policy'), 'utf8'),
      'scenarios.policy': readFileSync(path.join(extension, 'sample/scenarios.policy'), 'utf8'),
      'own/draft.policy': draft,
    },
  }),
  tests: {
    async 'a policy that is opened has its finding in Problems'({ openFile, workbench }) {
      await openFile('laws.policy');
      await workbench.problems(/CloudAct\.S2713 \(US\) requires what GDPR\.Art48 \(EU\) prohibits/);
      await workbench.untilStatus(/1 conflict/);
    },

    async 'files that are not opened are checked with it: the scenario of another file is run'({ quick, workbench, page }) {
      await quick.run('Testing: Focus on Test Explorer View');
      await workbench.tests.until(/scenarios\.policy/);
      await page.keyboard.press('Control+Shift+e');
    },

    async 'the card of a clause tells its sentence and its conflict'({ editor, openFile }) {
      await openFile('laws.policy');
      await editor.hover(49, 16, /PL4001[\s\S]*Preservation and disclosure[\s\S]*ServiceProvider must disclose CommunicationsData/);
      await editor.escape();
    },

    async 'the Conflicts view shows it with its clauses'({ quick, workbench }) {
      await quick.run('PolicyLang: Focus on Conflicts View');
      await workbench.conflicts.until(/US requires what EU prohibits[\s\S]*CloudAct\.S2713 × GDPR\.Art48/);
    },

    async 'a quick fix settles it'({ page, quick, editor, fix, workbench, openFile }) {
      await openFile('laws.policy');
      await quick.goto(49, 16);
      await editor.untilSquiggle();
      await fix(/Repair .* by the smallest change/);
      await workbench.untilStatus(/No conflicts|0 conflicts/);
      await page.keyboard.press('Control+z');
      await workbench.untilStatus(/1 conflict/);
    },

    async 'law of the library is used, and its text is a page to read'({ page, quick, editor, openFile, workbench }) {
      await openFile('draft.policy', 'own');
      await quick.goto(1, 7);
      await page.keyboard.press('F12');
      await workbench.untilTab('depa.policy');
      await editor.untilShown(/Digital Economy Partnership Agreement/, 'depa.policy');
    },

    async 'the matrix is drawn'({ page, quick, openFile }) {
      await openFile('draft.policy', 'own');
      await quick.runCommand('policy.openMatrix');
      const frame = await pageTitled(page, 'Transfer matrix');
      await frame.getByRole('gridcell').first().waitFor();
    },

    async 'the C# that it becomes is shown'({ page, quick, editor, openFile }) {
      await openFile('draft.policy', 'own');
      await quick.runCommand('policy.previewCSharp');
      await page.waitForSelector('.tab[data-resource-name="Storage.cs"]');
      await editor.untilShown(/namespace/, 'Storage.cs');
    },

    async 'what cannot be there says so'({ quick, workbench }) {
      await quick.runCommand('policy.semanticDiff');
      await workbench.notifications(/The comparison with the last commit is not there in VS Code for the web/);
    },

    async 'a server that is started anew finds the same'({ quick, workbench }) {
      await quick.runCommand('policy.restartServer');
      await workbench.untilStatus(/conflict/);
      await workbench.problems(/CloudAct\.S2713 \(US\) requires what GDPR\.Art48 \(EU\) prohibits/);
    },

    'nothing left the machine'({ outside }) {
      assert.deepEqual([...outside].filter(url => !/vscode-cdn\.net|visualstudio\.com/.test(url)), []);
    },
  },
});

// The first five minutes of somebody who has just installed the package: its own server, no settings, no folder, nothing trusted.
import { startVSCode } from '../rig/vscode.mjs';

export default {
  name: 'newcomer',
  open: ({ vsix, out }) => startVSCode({ vsix, out, newcomer: true }),
  tests: {
    async 'the walkthrough opens from the welcome page'({ page }) {
      await page.getByText('Get started with PolicyLang').click();
      await page.getByRole('heading', { name: 'Get started with PolicyLang', level: 2 }).waitFor();
    },

    async 'its first step copies the sample and opens it'({ quick, page, workbench }) {
      await quick.answer(() => page.getByRole('button', { name: 'Open the sample folder' }).click(), () => quick.choose('My home folder'));
      await workbench.untilTab('laws.policy');
    },

    async 'the first conflict is shown, in a folder that nobody has said to trust'({ editor, workbench }) {
      await workbench.untilStatus(/Restricted Mode[\s\S]*1 conflict/);
      await workbench.conflicts.until(/US requires what EU prohibits[\s\S]*CloudAct\.S2713 × GDPR\.Art48/);
      await workbench.conflicts.row('CloudAct.S2713 × GDPR.Art48').click();
      await editor.untilSquiggle();
    },
  },
};

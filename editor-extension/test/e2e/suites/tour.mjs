// What the tour shows, on the whole law library with the policy of a company. A scene gives the frame of the page that it opened, if any.
import { ask } from '../rig/ask.mjs';
import { untilMatch } from '../rig/wait.mjs';
import { pageTitled } from '../rig/webview.mjs';

const body = frame => frame.locator('body').innerText();

/** Opens a page by a command, and waits until it says something. */
const opened = (command, heading, pattern) => async ({ quick, page }) => {
  await quick.openFile('policy.policy');
  await quick.runCommand(command);
  const frame = await pageTitled(page, heading);
  await untilMatch(heading, pattern, () => body(frame));
  return frame;
};

export const scenes = {
  async text({ quick, editor, workbench }) {
    await quick.openFile('policy.policy');
    await workbench.untilStatus(/\d+ conflicts/);
    await editor.untilSquiggle();
  },

  async conflicts({ quick, workbench }) {
    await quick.openFile('policy.policy');
    await quick.run('PolicyLang: Focus on Conflicts View');
    await workbench.conflicts.until(/Requests with a warrant are answered[\s\S]*Among the law of others/);
  },

  async clause({ quick, page }) {
    await quick.openFile('policy.policy');
    await quick.run('PolicyLang: Focus on Clause View');
    await quick.goto(24, 14);
    const frame = await pageTitled(page, 'The group shares data about health');
    await untilMatch('the clause', /Yields to/, () => body(frame));
    return frame;
  },

  async ask(vs) {
    await vs.quick.openFile('policy.policy');
    return ask(vs, { data: 'Health', from: 'DE', to: 'IN' }, /^\S+\s+(So far: )?(Prohibited|Permitted|In conflict)/);
  },

  async matrix({ quick, page }) {
    await quick.openFile('policy.policy');
    await quick.runCommand('policy.openMatrix');
    const frame = await pageTitled(page, 'Transfer matrix');
    await frame.getByLabel('Data', { exact: true }).selectOption('Health');
    await frame.getByRole('gridcell', { name: /with \d+ condition/ }).first().click();
    await frame.locator('.details').getByText('Decided by').waitFor();
    return frame;
  },

  report: opened('policy.openReport', /How Acme treats data/, /conflicts are open/),
  compliance: opened('policy.openCompliance', 'Compliance with a treaty', /breach/),
  timeline: opened('policy.openTimeline', 'Timeline', /begin/),

  async interop({ quick, page }) {
    await quick.openFile('policy.policy');
    await quick.runCommand('policy.openInterop');
    const frame = await pageTitled(page, 'Interoperability');
    await frame.getByLabel('One').selectOption('EU');
    await frame.getByLabel('The other').selectOption('US');
    await untilMatch('the parts', /EU and US[\s\S]*where: /, () => body(frame)); // Until then the answer to the pair before is shown.
    return frame;
  },

  'what-if': opened('policy.openWhatIf', 'What if…?', /./),
  start: opened('policy.startProject', /project/i, /./),
};

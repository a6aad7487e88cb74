// The page "May I transfer…?".
import { until, untilMatch } from './wait.mjs';
import { pageTitled } from './webview.mjs';

/** Opens it, says that an exporter sends a kind of data from one place to another, and waits for an answer; gives its frame. */
export async function ask({ quick, page }, { data, from, to }, answer) {
  await quick.runCommand('policy.ask');
  const frame = await pageTitled(page, 'May I transfer…?');
  await frame.getByLabel('Whoever sends data across a border').check();
  await frame.getByLabel(/^The kind of data/).selectOption(data);
  await frame.getByLabel(/^Where the data are sent from/).selectOption(from);
  await frame.getByLabel(/^Where the data go/).selectOption(to);
  await untilMatch('the answer', answer, () => frame.locator('.answer').innerText());
  // An answer about fewer facts must not take the place of this one.
  const told = () => Promise.all([/^The kind of data/, /^Where the data are sent from/, /^Where the data go/].map(label => frame.getByLabel(label).inputValue()));
  await until('all that was said to be told', async () => String(await told()) === String([data, from, to]));
  return frame;
}

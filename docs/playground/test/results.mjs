// What stands beside the draft: each result is asked of the server and leads back to the text.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from './check.mjs';
import { checked, openPage, picture } from './rig.mjs';

const law = `organisation Acme under EU, US
framework Own "Own rules" {
  authority Acme in force from 2024-01-01
  transfer Send { Exporter may transfer Health from DE to US }
  transfer Keep { Exporter must not transfer PersonalData from EEA to outside EEA }
}
framework Eu {
  authority EU in force from 2020-01-01
  transfer Ban { Exporter must not transfer Health from EEA to US }
  transfer Open { Exporter may transfer PersonalData from EEA to JP when safeguards include SCC }
}
scenario "to Japan" { Exporter transfer Health from DE to JP on 2024-03-01 expect prohibited }
`;
const fragment = `#v1.${deflateRawSync(Buffer.from(JSON.stringify({ files: { 'draft.policy': law }, open: 'draft.policy' }))).toString('base64url')}`;

async function panel(page, name) {
  await page.click(`#tab-${name}`);
  await page.waitForFunction(wanted => document.getElementById('panel').dataset.panel === wanted && !document.getElementById('panel').hasAttribute('aria-busy'), name);
  return page.locator('#panel');
}

test('conflicts, matrix, timeline, ask and C# answer and lead to the text', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address, { fragment });
  await checked(page);

  const conflicts = await panel(page, 'conflicts');
  await conflicts.getByText('Own.Send × Eu.Ban').or(conflicts.getByText('Eu.Ban × Own.Send')).first().waitFor();
  await picture(page, 'conflicts');
  await conflicts.getByRole('button', { name: /^Eu\.Ban/ }).first().click();
  assert.match(await page.evaluate(() => playground.editor.getModel().getValueInRange(playground.editor.getSelection())), /Ban/);
  await conflicts.getByRole('button', { name: 'What can be done' }).first().click();
  const repair = conflicts.locator('.actions .choice').first();
  await repair.waitFor();
  const title = await repair.textContent();
  const before = await page.evaluate(() => playground.editor.getModel().getValue());
  await repair.click();
  assert.notEqual(await page.evaluate(() => playground.editor.getModel().getValue()), before, title);
  await page.evaluate(() => playground.editor.trigger('test', 'undo', {}));
  assert.equal(await page.evaluate(() => playground.editor.getModel().getValue()), before);

  const matrix = await panel(page, 'matrix');
  await matrix.locator('table').waitFor();
  await matrix.locator('#data').selectOption('Health');
  await matrix.locator('td.conflicting, td.prohibited').first().waitFor();
  await picture(page, 'matrix');

  const timeline = await panel(page, 'timeline');
  await timeline.getByText('2024-01-01').first().waitFor();
  await picture(page, 'timeline');

  const ask = await panel(page, 'ask');
  for (const [name, value] of [['data', 'Health'], ['origin', 'DE'], ['destination', 'US']]) {
    await ask.locator(`#q-${name}`).selectOption(value);
    await page.waitForFunction(() => !document.getElementById('panel').hasAttribute('aria-busy'));
  }

  await ask.getByLabel(/Exporter/).check();
  await ask.locator('.answer h2').filter({ hasText: /In conflict|Prohibited/ }).waitFor();
  await picture(page, 'ask');

  const csharp = await panel(page, 'csharp');
  await csharp.getByText('public static class').first().waitFor();
  await picture(page, 'csharp');
  assert.deepEqual(messages, []);
  await context.close();
});

test('lenses run scenarios and show conflicts', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address, { fragment });
  await checked(page);
  await page.locator('.codelens-decoration a', { hasText: 'run' }).click();
  await page.waitForFunction(() => /^(Passed|Failed)/.test(document.getElementById('notice').textContent));
  await page.locator('.codelens-decoration a', { hasText: /\d conflict/ }).first().click();
  await page.waitForFunction(() => document.getElementById('panel').dataset.panel === 'conflicts');
  await context.close();
});

test('the law library is used, looked at and left out', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address, { fragment });
  await checked(page);
  const told = site.asked.length;
  await page.click('#open-law');
  await page.fill('#picker-filter', 'Japan');
  await page.keyboard.press('Enter');
  await page.locator('#picker .choice', { has: page.getByText('APPI', { exact: true }) }).click();
  await page.waitForFunction(() => playground.editor.getModel().getValue().startsWith('uses APPI'));
  await page.waitForFunction(async () => JSON.parse((await playground.server.request('policy/check', {})).json).law?.uses[0] === 'APPI');
  const fetched = site.asked.slice(told).filter(path => path.endsWith('.policy'));
  assert.deepEqual(fetched.filter(path => /law\/(jp\/appi|jp\/shared)\.policy$/.test(path)).length, 2, fetched.join());
  assert.ok(!fetched.some(path => path.includes('/eu/')) || fetched.length > 30, `only what is used is fetched: ${fetched.join()}`);

  await page.evaluate(() => {
    playground.editor.setPosition({ lineNumber: 1, column: 7 });
    playground.editor.focus();
    playground.editor.trigger('test', 'editor.action.revealDefinition', {});
  });
  await page.getByRole('tab', { name: 'appi.policy (read only)' }).waitFor();
  await picture(page, 'law-text');
  await page.getByRole('tab', { name: 'draft.policy' }).click();
  await page.click('#open-law');
  await page.locator('#picker .choice[aria-pressed="true"]').click();
  await page.waitForFunction(() => !playground.editor.getModel().getValue().includes('APPI'));
  assert.deepEqual(messages, []);
  await context.close();
});

test('studies open with all their files', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address, { fragment });
  await checked(page);
  await page.click('#open-studies');
  await picture(page, 'studies');
  await page.locator('#picker .choice', { hasText: 'draft digital governance framework' }).click();
  await page.waitForFunction(() => playground.files.names.length === 2);
  const { json } = await page.evaluate(() => playground.server.request('policy/check', {}));
  assert.equal(JSON.parse(json).files, 2);
  await picture(page, 'study');
  await page.getByRole('button', { name: 'Back to my draft' }).click();
  await page.waitForFunction(() => playground.editor.getModel().getValue().startsWith('organisation Acme'));
  assert.deepEqual(messages, []);
  await context.close();
});

test('law that cannot be fetched is told, and tried again with the next change', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address, { fragment });
  await checked(page);
  await context.route('**/law/br/**', route => route.abort());
  await page.evaluate(() => playground.editor.getModel().setValue('uses LGPD\n'));
  await page.waitForFunction(() => /'law\/br\/lgpd.policy' of the law library could not be fetched/.test(document.getElementById('panel').innerText));
  assert.match(await page.locator('#panel').innerText(), /Look whether you are online/);
  await context.unroute('**/law/br/**');
  await page.evaluate(() => playground.editor.getModel().setValue('uses LGPD\n\n'));
  await page.waitForFunction(() => /Nothing found/.test(document.getElementById('panel').innerText));
  await context.close();
});

// Writing, sharing, and what becomes of a draft.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from './check.mjs';
import { card, checked, openPage, picture, write } from './rig.mjs';

const link = draft => `#v1.${deflateRawSync(Buffer.from(JSON.stringify(draft))).toString('base64url')}`;
const text = page => page.evaluate(() => playground.editor.getModel().getValue());

test('type, finding, card, quick fix', async ({ site, browser }) => {
  const { page, context, messages, outside } = await openPage(browser, site.address, { fragment: link({ files: { 'draft.policy': '' }, open: 'draft.policy' }) });
  await checked(page);
  await page.click('.monaco-editor');
  await page.keyboard.type('framework A {', { delay: 5 });
  // By the time a card is there, so is whatever would be offered, and taken by Enter.
  await card(page, 'framework', /framework/i);
  await page.keyboard.type('\nauthority EU in force from 2020-01-01\ntransfer T { Exporter may transfer Healht from EEA to JP', { delay: 5 });
  await page.waitForFunction(() => document.getElementById('panel').innerText.includes('Healht'));
  await picture(page, 'finding');
  await card(page, 'Exporter', /sends data across a border/i);
  await picture(page, 'card');
  await page.keyboard.press('Escape');
  await page.locator('#panel .tools button').first().click();
  const fix = page.locator('.action-widget .action-label, .action-widget .title', { hasText: "Health" }).first();
  await fix.waitFor();
  await picture(page, 'quick-fix');
  await fix.click();
  await page.waitForFunction(() => playground.editor.getModel().getValue().includes('Health from'));
  await page.waitForFunction(() => !document.getElementById('panel').innerText.includes('Healht'));
  assert.deepEqual(messages, []);
  assert.deepEqual(outside, []);
  await context.close();
});

test('completion proposes names and lays a clause out', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address, { fragment: link({ files: { 'draft.policy': 'framework A {\nauthority EU\ntransfer T { Exporter must not transfer Hea }\n}\n' }, open: 'draft.policy' }) });
  await checked(page);
  await page.evaluate(() => {
    playground.editor.setPosition({ lineNumber: 3, column: 44 });
    playground.editor.focus();
    playground.editor.trigger('test', 'editor.action.triggerSuggest', {});
  });
  await page.locator('.suggest-widget .monaco-list-row', { hasText: 'Health' }).first().waitFor();
  await picture(page, 'completion');
  await page.keyboard.press('Escape');
  await page.click('#format');
  await page.waitForFunction(() => playground.editor.getModel().getValue().startsWith('framework A {\n  authority EU'));
  await context.close();
});

test('a shared link reopens, and the own draft can be had back', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address);
  await checked(page);
  await write(page, 'framework Über { authority EU }\n// “quotes”, ä, €, 𝄞\n');
  await page.click('#share');
  await page.waitForFunction(() => /Link copied/.test(document.getElementById('notice').textContent));
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(address, /#v1\.[A-Za-z0-9_-]+$/);
  const other = await openPage(browser, address);
  assert.equal(await text(other.page), 'framework Über { authority EU }\n// “quotes”, ä, €, 𝄞\n');
  await other.page.waitForFunction(() => location.hash.startsWith('#v1.'));

  // In the same window somebody else's link takes the place of the draft, which is one click away.
  await page.goto(site.address + link({ files: { 'theirs.policy': '// theirs\n', 'more.policy': '' }, open: 'theirs.policy' }));
  await page.waitForFunction(() => playground.editor.getModel()?.getValue() === '// theirs\n');
  await page.getByRole('button', { name: 'Back to my draft' }).click();
  assert.match(await text(page), /^framework Über/);

  // Without a link, the draft of this device.
  await page.waitForTimeout(700);
  await page.goto('about:blank');
  await page.goto(site.address);
  await page.waitForFunction(() => globalThis.playground?.editor.getModel()?.getValue().startsWith('framework Über'));
  await context.close();
  await other.context.close();
});

test('a link that cannot be read says so and loses nothing', async ({ site, browser }) => {
  const bad = ['#v1.', '#v1.@@@@', '#v1.AAAA', link({ files: {}, open: 'x' }), link({ files: { '../evil.policy': 'x' }, open: '' }), link({ files: { 'a.policy': 1 } }), link(null),
    `${link({ files: { 'a.policy': 'x'.repeat(3000) }, open: 'a.policy' }).slice(0, 40)}`, link({ files: { 'a.policy': 'x'.repeat(6_000_000) }, open: 'a.policy' })];
  for (const fragment of bad) {
    const { page, context, messages } = await openPage(browser, site.address, { fragment });
    await page.waitForFunction(() => /holds no draft/.test(document.getElementById('notice').textContent));
    assert.match(await text(page), /uses GDPR/, fragment);
    assert.deepEqual(messages, [], fragment);
    await context.close();
  }
});

test('files come and go, and policy.json counts', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address, { fragment: link({ files: { 'a.policy': 'framework A { authority EU }\n', 'policy.json': '{ "nmae": "x" }' }, open: 'a.policy' }) });
  await checked(page);
  const told = () => page.evaluate(async () => JSON.parse((await playground.server.request('policy/check', {})).json));
  assert.ok((await told()).diagnostics.some(d => d.code === 'PL7011' && d.file === '/policy.json' || d.file === 'policy.json'), JSON.stringify(await told()));
  page.once('dialog', dialog => dialog.accept('b.policy'));
  await page.click('#add-file');
  await page.waitForFunction(() => playground.files.open === 'b.policy');
  await write(page, 'framework B { authority US }\n');
  assert.equal((await told()).files, 2);
  page.once('dialog', dialog => dialog.accept('no good name'));
  await page.click('#add-file');
  await page.waitForFunction(() => /ends with .policy/.test(document.getElementById('notice').textContent));
  page.once('dialog', dialog => dialog.accept());
  await page.getByRole('button', { name: 'Remove b.policy' }).click();
  assert.equal((await told()).files, 1);
  await context.close();
});

test('thirty fast edits end with the findings of the last text', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address);
  await checked(page);
  await page.evaluate(async () => {
    const model = playground.editor.getModel();
    for (let n = 0; n < 30; n++) {
      const text = `framework A { authority EU in force from 2020-01-01\n transfer T${n} { Exporter may transfer Nowhere${n} from EEA to JP }\n}\n`;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      await new Promise(done => setTimeout(done, 15));
    }
  });
  await page.waitForFunction(() => document.getElementById('panel').innerText.includes('Nowhere29'));
  const { json } = await page.evaluate(() => playground.server.request('policy/check', {}));
  assert.match(json, /Nowhere29/);
  assert.doesNotMatch(json, /Nowhere28/);
  assert.deepEqual(messages, []);
  await context.close();
});

test('a worker that is killed is replaced by one with the same texts', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address);
  await checked(page);
  await write(page, 'framework A { authority EU in force from 2020-01-01\n transfer T { Exporter may transfer Nowhere from EEA to JP }\n}\n');
  await page.evaluate(() => {
    document.documentElement.dataset.server = 'killed';
    document.documentElement.dataset.checked = '0';
    playground.server.kill();
    const model = playground.editor.getModel();
    model.setValue(model.getValue().replace('Nowhere', 'Elsewhere'));
  });
  await page.waitForFunction(() => document.documentElement.dataset.server === 'ready' && document.getElementById('panel').innerText.includes('Elsewhere'));
  assert.deepEqual(messages, []);
  await context.close();
});

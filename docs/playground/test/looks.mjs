// How the page looks and works for everybody: light, dark, narrow, by keyboard, read aloud, without a network, and under its policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { test } from './check.mjs';
import { checked, here, openPage, picture } from './rig.mjs';

const axe = readFileSync(path.join(here, '../node_modules/axe-core/axe.min.js'), 'utf8');
const tabs = ['findings', 'conflicts', 'matrix', 'timeline', 'ask', 'csharp'];

async function faults(page) {
  await page.evaluate(axe);

  // Inside the editor Monaco answers for itself; what is around it is ours.
  const { violations } = await page.evaluate(() => globalThis.axe.run({ include: ['body'], exclude: ['.monaco-editor'] }, { resultTypes: ['violations'] }));
  return violations.map(v => `${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => `${n.html} (${n.any.map(a => a.message).join('; ')})`).join(' | ')}`);
}

async function show(page, name) {
  await page.click(`#tab-${name}`);
  await page.waitForFunction(wanted => document.getElementById('panel').dataset.panel === wanted && !document.getElementById('panel').hasAttribute('aria-busy'), name);

  // The veil over an answer that is being worked out takes a moment to fade.
  await page.waitForTimeout(600);
}

for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['phone', { width: 390, height: 844 }], ['dark phone', { width: 360, height: 740, colorScheme: 'dark' }]]) {
  test(`${name}: accessible, nothing cut off, nothing refused`, async ({ site, browser }) => {
    const { page, context, messages, outside } = await openPage(browser, site.address, options);
    await checked(page);
    for (const tab of tabs) {
      await show(page, tab);
      await picture(page, `${name}-${tab}`.replace(' ', '-'));
      assert.deepEqual(await faults(page), [], tab);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tab} is wider than the window`);
    }

    await page.click('#open-law');
    await page.locator('#picker .choice').first().waitFor();
    await picture(page, `${name}-law`.replace(' ', '-'));
    assert.deepEqual(await faults(page), [], 'law library');
    await page.keyboard.press('Escape');
    assert.deepEqual(messages, []);
    assert.deepEqual(outside, []);
    await context.close();
  });
}

test('the colours can be chosen, and are kept', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.click('#theme');
  const dark = await ground();
  assert.notEqual(dark, light);
  assert.equal(await page.getAttribute('#theme', 'aria-pressed'), 'true');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  assert.equal(await ground(), dark);
  await context.close();
});

test('everything can be reached by keyboard', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address);
  await checked(page);
  const seen = [];
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName));
    if (/inputarea|native-edit-context/.test(seen.at(-1))) break;
  }

  for (const id of ['skip', 'open-studies', 'open-law', 'format', 'share', 'theme', 'file-0', 'add-file']) {
    assert.ok(seen.includes(id), `${id} is not among ${seen.join(', ')}`);
  }

  // Out of the editor again: Ctrl+M gives the Tab key back.
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.id === 'tab-findings');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement?.id === 'tab-conflicts' && document.getElementById('panel').dataset.panel === 'conflicts');
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.activeElement?.id === 'tab-csharp');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel');
  await context.close();
});

test('after the first visit it works without a network', async ({ site, browser }) => {
  const { page, context, messages } = await openPage(browser, site.address);
  await checked(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('sw.js');
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  const asked = site.asked.length;
  await page.reload();
  await checked(page);

  // Law that no text has used before, too.
  await page.evaluate(() => playground.editor.getModel().setValue('uses LGPD\n'));
  await page.waitForFunction(async () => JSON.parse((await playground.server.request('policy/check', {})).json).law?.uses[0] === 'LGPD');
  // The browser itself may look for a newer service worker.
  assert.deepEqual(site.asked.slice(asked).filter(path => !path.endsWith('/sw.js')), []);
  assert.deepEqual(messages, []);
  await context.close();
});

test('the policy of the page lets nothing out, from the workers either', async ({ site, browser }) => {
  const reached = [];
  const other = http.createServer((request, response) => {
    reached.push(request.url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('');
  });
  await new Promise(done => other.listen(0, '127.0.0.1', done));
  const leak = `http://127.0.0.1:${other.address().port}/`;
  const { page, context } = await openPage(browser, site.address);
  await checked(page);
  await page.waitForTimeout(8000);
  const send = address => fetch(address, { mode: 'no-cors' }).then(() => 'sent', () => 'refused');
  assert.equal(await page.evaluate(send, `${leak}page`), 'refused');
  const workers = page.workers().filter(worker => !worker.url().includes('editor.worker'));
  assert.ok(workers.length >= 1, 'there are workers');
  for (const [n, worker] of workers.entries()) {
    assert.equal(await worker.evaluate(send, `${leak}worker-${n}`), 'refused', worker.url());
  }

  // A page without a policy reaches it, so that the others were not refused for another reason.
  await page.goto(`${site.address}notices.txt`);
  assert.equal(await page.evaluate(send, `${leak}control`), 'sent');
  assert.deepEqual(reached, ['/control']);
  await context.close();
  other.closeAllConnections();
  other.close();
  return `${workers.length} workers: ${workers.map(worker => worker.url().replace(site.address, '').slice(0, 20)).join(', ')}`;
});

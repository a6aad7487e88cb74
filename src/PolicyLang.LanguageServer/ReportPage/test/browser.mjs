// Opens pages of 'policyc report' from disk in Chromium, as a reader would. Usage: node test/browser.mjs PAGE.html…
// The last line is "N passed, N failed, N skipped"; pictures are in the folder out.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const browsers = [process.env.POLICYLANG_E2E_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = browsers.find(candidate => candidate && existsSync(candidate));
if (!executablePath) {
  console.log('skipped: Chromium is not installed: apt-get install chromium fonts-dejavu-core');
  process.exit(0);
}

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const out = path.join(folder, 'out');
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'] });
let passed = 0;
let failed = 0;

const url = file => pathToFileURL(file).href;

function equal(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

/** Runs a test in a page of its own, and holds it against what no page may do: ask for something, or complain. */
async function test(file, name, { width = 1280, height = 900, ...options }, run) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const requests = [];
  const messages = [];
  page.on('request', request => requests.push(request.url()));
  page.on('console', message => messages.push(message.text()));
  page.on('pageerror', error => messages.push(error.message));
  const title = `${path.basename(file)}: ${name}`;
  const address = url(file);
  try {
    await page.goto(address);
    await run(page, context);
    equal(requests.filter(each => each.split('#')[0] !== address), [], 'it asks for more');
    equal(messages, [], 'it complains');
    passed++;
    console.log(`ok      ${title}`);
  } catch (error) {
    failed++;
    console.log(`not ok  ${title}\n        ${error.message}`);
  } finally {
    await page.screenshot({ path: path.join(out, `${path.basename(file, '.html')}-${name.replace(/[^a-z0-9]+/gi, '-')}.png`) }).catch(() => {});
    await context.close();
  }
}

/** What axe-core finds serious; the page's own policy would stop a script that is added, so that it is evaluated from outside. */
async function serious(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(' | ')}`);
}

const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
const widths = page => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

for (const file of process.argv.slice(2)) {
  for (const colorScheme of ['light', 'dark']) {
    await test(file, `axe-core finds nothing serious, ${colorScheme}`, { colorScheme }, async page => {
      equal(await serious(page), [], 'as it opens');
      await openAll(page);
      equal(await serious(page), [], 'with everything open');
    });
  }

  for (const [name, width, deviceScaleFactor] of [['on a telephone', 360, 2], ['at 150 per cent', 853, 1.5]]) {
    await test(file, `nothing is cut off ${name}`, { width, deviceScaleFactor }, async page => {
      await openAll(page);
      const [scroll, client] = await widths(page);
      equal(scroll <= client, true, `${scroll} pixels of ${client}`);
    });
  }

  await test(file, 'the slider and the buttons move through the days', {}, async page => {
    const block = page.locator('#matrix');
    const labels = await block.locator('> template').evaluateAll(all => all.map(one => one.dataset.label));
    const view = () => block.locator('> .variant').innerHTML();
    const of = at => block.locator('> template').nth(at).innerHTML();
    const strip = html => html.replaceAll(/table-\d+/g, 'table');
    const shown = Number(await block.getAttribute('data-shown'));
    equal(strip(await view()), strip(await of(shown)), 'the first table');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    equal(await block.locator('> .when').textContent(), labels[0], 'the first day');
    equal(strip(await view()), strip(await of(0)), 'the table of the first day');
    equal(await page.getByRole('button', { name: 'Earlier' }).isDisabled(), true, 'nothing is earlier');
    await page.getByRole('button', { name: 'Later' }).click();
    equal(await slider.getAttribute('aria-valuetext'), labels[1], 'the next day');
    equal(strip(await view()), strip(await of(1)), 'the table of the next day');
  });

  await test(file, 'the keyboard alone opens a group and follows a link into a closed part', {}, async page => {
    await page.keyboard.press('Tab');
    equal(await page.evaluate(() => document.activeElement?.className), 'skip', 'the first stop');
    const last = page.locator('#conflicts details.card').last();
    const before = await last.evaluate(one => one.open);
    await last.locator('> summary').focus();
    await page.keyboard.press('Enter');
    equal(await last.evaluate(one => one.open), !before, 'opened');
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = one.id.startsWith('group-'); }));
    const link = page.locator('#conflicts details.fold a[href^="#clause-"]').first();
    await link.evaluate(one => { one.closest('details.fold').open = true; });
    const target = await link.getAttribute('href');
    await link.press('Enter');
    equal(await page.locator(target).isVisible(), true, target);
  });

  await test(file, 'the drawings show what the tables say', {}, async page => {
    const days = await page.locator('#timeline tbody tr[id]').count();
    equal(await page.locator('[data-drawing="timeline"] .mark').count(), days, 'days');
    const choice = page.locator('#precedence-choice');
    equal(await page.locator('[data-drawing="precedence"] .edge').count() > 0, true, 'arrows');
    const names = await choice.locator('option').allTextContents();
    await choice.selectOption(names.at(-1));
    const pairs = await page.locator('#precedence tbody tr').evaluateAll(
      (rows, name) => rows.filter(row => [...row.children].slice(0, 2).some(cell => cell.textContent.startsWith(`${name}.`))).length, names.at(-1));
    equal(await page.locator('[data-drawing="precedence"] .edge').count(), pairs, `pairs of ${names.at(-1)}`);
  });

  await test(file, 'in an editor it has its colours, opens links into closed parts, and asks for the text of a clause', { colorScheme: 'dark' }, async (page, context) => {
    await context.addInitScript(() => {
      globalThis.asked = [];
      globalThis.acquireVsCodeApi = () => ({ postMessage: message => globalThis.asked.push(message) });
      new MutationObserver((_, observer) => {
        if (document.body) {
          document.body.dataset.vscodeThemeKind ??= 'vscode-light';
          observer.disconnect();
        }
      }).observe(document, { childList: true, subtree: true });
      // As VS Code follows a link within a page: without a new address.
      document.addEventListener('click', event => event.target.closest?.('a') && event.preventDefault());
    });
    await page.goto(url(file));
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    equal(await paper(), 'rgb(255, 255, 255)', 'a light editor on a dark system');
    equal(await serious(page), [], 'light');
    await page.evaluate(() => { document.body.dataset.vscodeThemeKind = 'vscode-high-contrast'; });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    equal(await paper(), 'rgb(18, 24, 30)', 'a dark one');
    equal(await serious(page), [], 'dark');
    const link = page.locator('#conflicts details.fold a[href^="#clause-"]').first();
    await link.evaluate(one => { for (let at = one.parentElement; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true; });
    const clause = await link.textContent();
    await link.click();
    await page.getByRole('button', { name: `Open the text of ${clause}`, exact: true }).click();
    equal(await page.evaluate(() => globalThis.asked), [{ type: 'open', clause }], 'what is asked');
  });

  await test(file, 'it can be read without a script', { javaScriptEnabled: false }, async page => {
    equal(await page.locator('#transfers table').first().isVisible(), true, 'the matrix');
    equal(await page.getByRole('slider').count(), 0, 'no slider');
    equal(await page.locator('[data-drawing]:visible').count(), 0, 'no empty drawing');
  });

  await test(file, 'on paper everything is open', {}, async page => {
    const pdf = await page.pdf({ path: path.join(out, `${path.basename(file, '.html')}.pdf`), format: 'A4' });
    equal(pdf.length > 10000, true, 'a document');
    await page.emulateMedia({ media: 'print' });
    equal(await page.locator('nav').isVisible(), false, 'no contents');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    equal(await page.locator('details:not([open])').count(), 0, 'closed parts');
  });
}

await browser.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;

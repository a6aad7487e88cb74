// The site in Chromium: it is accessible, its search finds, nothing is fetched from elsewhere.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SITE } from '../gather/routes.mjs';
import { BASE } from './serve.mjs';

const chromium = process.env.SITE_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const PAGES = { home: '/', tour: '/language/tour.html', law: '/law/gdpr.html', instruments: '/law/', diagnostic: '/diagnostics/PL4001.html', comparison: '/comparison.html' };
const LOOKS = [
  ['light', 'light', 1280, Object.keys(PAGES)],
  ['dark', 'dark', 1280, ['home', 'tour', 'law']],
  ['phone', 'light', 390, ['home', 'law', 'comparison', 'diagnostic']],
];
const PICTURES = join(SITE, 'obj/pictures');

/** What the tests in a browser lack; null for nothing. */
export function missing() {
  return !chromium ? 'Chromium is not installed' : existsSync(join(SITE, 'node_modules/playwright-core')) ? null : 'playwright-core is not installed';
}

export async function browserTests(address, run) {
  const { chromium: driver } = await import('playwright-core');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  mkdirSync(PICTURES, { recursive: true });
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  const elsewhere = [];
  const start = async (scheme, width) => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: width < 600 ? 844 : 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('request', (r) => r.url().startsWith(address) || r.url().startsWith('data:') || elsewhere.push(r.url()));
    return page;
  };
  const visit = async (page, path) => {
    await page.goto(address + path);
    await page.waitForFunction(() => document.querySelector('#app').__vue_app__ && document.querySelector('main, [role=main]'));
  };
  const clean = async (page, off = []) => {
    await page.evaluate(axe);
    const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
    const { violations } = await page.evaluate((r) => globalThis.axe.run(document, { resultTypes: ['violations'], rules: r }), rules);
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`), []);
  };
  for (const [look, scheme, width, names] of LOOKS) {
    const page = await start(scheme, width);
    for (const name of names) {
      await run(`${name}, ${look}, is accessible and no wider than its window`, async () => {
        await visit(page, PAGES[name]);
        await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`) });
        await clean(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
      });
    }

    await page.context().close();
  }

  await run('search finds an article and leads to its clause', async () => {
    const page = await start('light', 1280);
    await visit(page, '/');
    await page.keyboard.press('Control+k');
    await page.locator('.search-input').fill('compelling legitimate interests');
    const result = page.locator('.results .result').first();
    await result.waitFor();
    await page.screenshot({ path: join(PICTURES, 'search.png') });
    // The theme's own box: a list of links inside what says that it is a button, named by less than it shows.
    await clean(page, ['label-content-name-mismatch', 'nested-interactive']);
    await result.click();
    await page.waitForURL(/law\/gdpr\.html#gdpr-art49_1_2/);
    await page.context().close();
  });
  await run('the link under a block opens it in the playground', async () => {
    const page = await start('light', 1280);
    await visit(page, PAGES.tour);
    const link = page.locator('a.playground-link').first();
    assert.ok((await link.getAttribute('href')).startsWith(`${BASE}playground/#v1.`));
    const popup = page.waitForEvent('popup');
    await link.click();
    const playground = await popup;
    if (existsSync(join(SITE, 'dist/playground/index.html'))) {
      // The editor shows blanks as no-break spaces.
      await playground.waitForFunction(() => /jurisdiction\sAtlantis[\s\S]*No\sdisclosure/.test(document.querySelector('.monaco-editor .view-lines')?.innerText ?? ''));
      await playground.screenshot({ path: join(PICTURES, 'playground.png') });
    }

    await page.context().close();
  });
  await run('nothing was fetched from elsewhere', () => assert.deepEqual(elsewhere, []));
  await browser.close();
}

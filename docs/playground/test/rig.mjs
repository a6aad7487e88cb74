// A static host on loopback, and Debian's Chromium, from which nothing can leave this machine.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const here = path.dirname(new URL(import.meta.url).pathname);
export const dist = path.resolve(here, '../dist');
export const repository = path.resolve(here, '../../..');
export const patience = Number(process.env.POLICYLANG_E2E_PATIENCE ?? 60_000);

const browsers = [process.env.POLICYLANG_E2E_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = browsers.find(candidate => candidate && existsSync(candidate));
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.ttf': 'font/ttf' };

/** A sentence that says what is missing, or nothing. */
export function missing() {
  if (!existsSync(path.join(dist, 'sw.js'))) return 'the playground is not built: run .ci/web, which builds it and runs these tests';
  if (!executablePath) return 'Chromium is not installed: apt-get install chromium fonts-dejavu-core';
  return undefined;
}

/** Serves the page below a folder, as beside a site of documentation. */
export async function host() {
  const prefix = '/docs/playground/';
  const asked = [];
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    asked.push(address);
    const file = address.startsWith(prefix) ? path.join(dist, address.slice(prefix.length) || 'index.html') : '';
    if (!file.startsWith(dist) || !existsSync(file)) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain; charset=utf-8', 'cache-control': 'max-age=0' }).end(readFileSync(file));
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`, asked,
    close: () => new Promise(done => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

export async function openBrowser() {
  return chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

/** A window of its own, with what it logs. */
export async function openPage(browser, address, { width = 1360, height = 860, colorScheme = 'light', fragment = '' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, permissions: ['clipboard-read', 'clipboard-write'] });
  const outside = [];
  await context.route(url => url.hostname !== '127.0.0.1' && /^https?:$/.test(url.protocol), route => {
    outside.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  const messages = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) messages.push(`${message.type()}: ${message.text()}`); });
  page.on('pageerror', error => messages.push(`pageerror: ${error.message}`));
  page.setDefaultTimeout(patience);
  await page.goto(address + fragment);
  return { page, context, messages, outside };
}

/** Waits until the texts as they are now were checked. */
export const checked = page => page.waitForFunction(() => Number(document.documentElement.dataset.checked ?? 0) > 0 && document.documentElement.dataset.server === 'ready');

/** Puts a text in the place of that of the file that is open, as one edit, and waits for its findings. */
export async function write(page, text) {
  await page.evaluate(value => {
    document.documentElement.dataset.checked = '0';
    const model = playground.editor.getModel();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
  }, text);
  await checked(page);
}

export async function picture(page, name) {
  const folder = process.env.POLICYLANG_WEB_PICTURES;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** Holds the pointer over a word until its card says something; hints that appear beside it may move it away. */
export async function card(page, word, said) {
  const begun = Date.now();
  for (let n = 0; Date.now() - begun < patience; n++) {
    const box = await page.locator('.view-line span', { hasText: word }).last().boundingBox();
    if (box !== null) {
      await page.mouse.move(box.x + box.width / 2 + (n % 3), box.y + box.height / 2);
    }

    await page.waitForTimeout(700);
    const told = await page.evaluate(() => [...document.querySelectorAll('.monaco-hover')].map(one => one.textContent).join('\n'));
    if (said.test(told)) {
      return;
    }
  }

  throw new Error(`no card of ${word} says ${said}`);
}

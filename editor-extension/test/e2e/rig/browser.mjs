// Debian's Chromium with a profile of its own; every request that would leave this machine is refused and recorded.
import path from 'node:path';
import { browser, playwright } from '../home.mjs';
import { patience } from './wait.mjs';

const local = new Set(['127.0.0.1', 'localhost']);
const isOutside = url => /^(https?|wss?):$/.test(url.protocol) && !local.has(url.hostname);

export async function openBrowser({ profile, width = 1280, height = 800 }) {
  const context = await playwright().chromium.launchPersistentContext(path.join(profile.root, 'chromium'), {
    executablePath: browser, headless: true, chromiumSandbox: false, viewport: { width, height }, env: { ...process.env, TMPDIR: profile.root },
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const blocked = new Set();
  await context.route(isOutside, route => {
    blocked.add(route.request().url());
    return route.abort();
  });
  const page = context.pages()[0] ?? await context.newPage();
  const messages = [];
  page.on('console', message => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => messages.push(`pageerror: ${error.message}`));
  page.setDefaultTimeout(patience);
  return { page, blocked, messages: () => messages.join('\n'), close: () => context.close().catch(() => {}) };
}

// Debian's Chromium with a profile of its own. No name but this machine's is resolved, and every request that would leave it is recorded.
// Requests are not intercepted: that would take Chromium its cache, and each of them a way through this process.
import path from 'node:path';
import { browser, playwright } from '../home.mjs';
import { patient } from './wait.mjs';

const local = new Set(['127.0.0.1', 'localhost']);
const isOutside = address => {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !local.has(hostname) && !hostname.endsWith('.localhost');
};

/** What keeps Chromium within this machine, and quiet. */
export const switches = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The addresses outside of this machine that the windows of a context ask for, from now on; not those that a service worker answers. */
export function outsideOf(context) {
  const asked = new Set();
  const note = address => { if (isOutside(address)) asked.add(address); };
  context.on('requestfailed', request => { if (!/ERR_ABORTED/.test(request.failure()?.errorText)) note(request.url()); });
  context.on('requestfinished', async request => { if (!(await request.response().catch(() => null))?.fromServiceWorker()) note(request.url()); });
  const listen = page => page.on('websocket', socket => note(socket.url()));
  context.on('page', listen);
  context.pages().forEach(listen);
  return asked;
}

export async function openBrowser({ profile, width = 1280, height = 800 }) {
  const context = await playwright().chromium.launchPersistentContext(path.join(profile.root, 'chromium'), {
    executablePath: browser, headless: true, chromiumSandbox: false, viewport: { width, height }, env: { ...process.env, TMPDIR: profile.root },
    args: switches,
  });
  const blocked = outsideOf(context);
  const page = context.pages()[0] ?? await context.newPage();
  const messages = [];
  page.on('console', message => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => messages.push(`pageerror: ${error.message}`));
  patient(page);
  return { page, blocked, messages: () => messages.join('\n'), close: () => context.close().catch(() => {}) };
}

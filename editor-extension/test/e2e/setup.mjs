// Fills the home of the end-to-end tests with a VS Code, once. Usage: node setup.mjs
// code-server's own install script is not run: it wants the Node of npm itself to be 24, and builds modules that are not needed here.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeServer, home, isReady, nodeFolder, readyFile } from './home.mjs';
import { PINS } from './pins.mjs';

const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
const workbench = path.join(codeServer, 'lib/vscode');

function npm(folder, ...words) {
  const begun = Date.now();
  const env = { ...process.env, PATH: `${nodeFolder}/bin${path.delimiter}${process.env.PATH}`, npm_config_nodedir: nodeFolder };
  execFileSync('npm', [...words, ...quiet], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`${Math.round((Date.now() - begun) / 1000)} s: npm ${words.slice(0, 3).join(' ')}`);
}

/** Without these modules the workbench works, but writes no log files; they need a C++ compiler. */
function buildLoggers() {
  try {
    npm(workbench, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog');
  } catch {
    console.log('not built: the modules that write log files; a failing test will show no logs');
  }
}

/** The links that the install script would make. */
function link() {
  for (const [target, name] of [['code-linux.sh', 'bin/remote-cli/code-server'], ['browser-linux.sh', 'bin/helpers/browser.sh']]) {
    rmSync(path.join(workbench, name), { force: true });
    symlinkSync(target, path.join(workbench, name));
  }
}

/** Half of what was installed is for other systems or for chat. */
function slim() {
  const drop = (...parts) => rmSync(path.join(workbench, ...parts), { recursive: true, force: true });
  drop('extensions', 'copilot');
  for (const name of ['@github', '@microsoft/mxc-sdk', '@parcel/watcher-linux-x64-musl']) drop('node_modules', name);
  const ripgrep = 'node_modules/@vscode/ripgrep-universal/bin';
  if (!existsSync(path.join(workbench, ripgrep))) return;
  for (const name of readdirSync(path.join(workbench, ripgrep))) if (name !== 'linux-x64') drop(ripgrep, name);
}

if (isReady()) {
  console.log(`ready: ${home}`);
} else {
  rmSync(path.join(home, 'node_modules'), { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  // One call for all: a second one without a manifest would remove what the first brought.
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ private: true, dependencies: PINS }));
  npm(home, 'install', '--ignore-scripts', '--no-package-lock');
  npm(workbench, 'install', '--omit=dev', '--ignore-scripts');
  buildLoggers();
  link();
  slim();
  writeFileSync(readyFile, JSON.stringify(PINS));
  console.log(`installed: ${home}`);
}

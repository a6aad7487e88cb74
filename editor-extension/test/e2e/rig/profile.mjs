// One run's own folders: nothing is read from or left in the user's profile.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What keeps the workbench quiet, whatever a test is about. */
const quiet = {
  'telemetry.telemetryLevel': 'off', 'update.mode': 'none', 'extensions.autoUpdate': false, 'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true, 'workbench.enableExperiments': false, 'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'workbench.reduceMotion': 'on', 'git.enabled': false, 'editor.accessibilitySupport': 'off',
};

/** What makes the tests' pictures and clicks steady. */
const steady = {
  'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false, 'files.autoSave': 'off', 'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false, 'editor.fontFamily': 'DejaVu Sans Mono', 'editor.fontSize': 14,
  'editor.hover.delay': 100, 'editor.cursorBlinking': 'solid', 'window.menuBarVisibility': 'hidden',
};

/** `newcomer`: the settings of somebody who has just installed VS Code, but for what would reach out of this machine. */
export function createProfile({ newcomer = false, settings = {} }) {
  const root = mkdtempSync(path.join(tmpdir(), 'policylang-e2e-'));
  const data = path.join(root, 'data');
  const home = path.join(root, 'home');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  mkdirSync(home);
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify({ ...quiet, ...(newcomer ? {} : steady), ...settings }));
  writeFileSync(path.join(root, 'config.yaml'), 'auth: none\ncert: false\n');
  return {
    root,
    home,
    data,
    extensions: path.join(root, 'extensions'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
    logs: () => readLogs(path.join(data, 'logs')),
  };
}

/** The log files of the server, the extension host and the output channels, one after the other. */
function readLogs(folder) {
  let files;
  try {
    files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  } catch {
    return 'no log files';
  }
  return files
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .map(file => `===== ${path.relative(folder, file)}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
}

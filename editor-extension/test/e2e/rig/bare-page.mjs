// A page of the extension in a browser alone, at any size and in any theme: without VS Code that takes a second.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { openBrowser } from './browser.mjs';
import { painter } from './pictures.mjs';

const file = (...names) => readFileSync(path.join(extensionFolder, ...names), 'utf8');

/** What VS Code's own themes have for what the pages use. */
const themes = {
  light: { class: 'vscode-light', foreground: '#3b3b3b', background: '#ffffff', border: '#e5e5e5', input: '#ffffff', inputBorder: '#cecece', link: '#005fb8', note: '#3b3b3b', focus: '#005fb8', button: '#e5e5e5', buttonText: '#3b3b3b', error: '#f85149' },
  dark: { class: 'vscode-dark', foreground: '#cccccc', background: '#1f1f1f', border: '#2b2b2b', input: '#313131', inputBorder: '#3c3c3c', link: '#4daafc', note: '#9d9d9d', focus: '#0078d4', button: '#313131', buttonText: '#cccccc', primary: '#0078d4', error: '#f85149' },
  contrast: { class: 'vscode-high-contrast', foreground: '#ffffff', background: '#000000', border: '#6fc3df', input: '#000000', inputBorder: '#6fc3df', link: '#21a6ff', note: '#ffffff', focus: '#f38518', button: '#000000', buttonText: '#ffffff', primary: '#000000', error: '#f48771', contrast: '#6fc3df' },
};

function style(theme) {
  const t = themes[theme];
  const values = {
    'editor-foreground': t.foreground, 'editor-background': t.background, 'font-size': '13px', 'font-family': 'DejaVu Sans', 'editor-font-family': 'DejaVu Sans Mono',
    'dropdown-foreground': t.foreground, 'dropdown-background': t.input, 'dropdown-border': t.inputBorder, 'button-secondaryForeground': t.buttonText, 'button-secondaryBackground': t.button, 'button-foreground': t.primaryText ?? '#ffffff', 'button-background': t.primary ?? t.link,
    'textLink-foreground': t.link, focusBorder: t.focus, descriptionForeground: t.note, errorForeground: t.error, 'panel-border': t.border, ...(t.contrast ? { contrastBorder: t.contrast } : {}),
  };
  return `:root { ${Object.entries(values).map(([name, value]) => `--vscode-${name}: ${value};`).join(' ')} } body { margin: 0; }`;
}

/** Opens the browser; `show` puts a page into it, with the messages that the extension would send it. */
export async function openBare(out) {
  const root = mkdtempSync(path.join(tmpdir(), 'policylang-pages-'));
  const browser = await openBrowser({ profile: { root } });
  const { page } = browser;
  return {
    page,
    async show({ script, states, width, height, theme = 'light' }) {
      await page.setViewportSize({ width, height });
      await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>${script}</title><style>${style(theme)}${file('media/pages/page.css')}</style></head><body class="${themes[theme].class}"><main id="page"></main></body></html>`);
      await page.evaluate(() => {
        globalThis.sent = [];
        globalThis.acquireVsCodeApi = () => ({ postMessage: message => globalThis.sent.push(message) });
      });
      await page.evaluate(file('dist/pages', `${script}.js`));
      for (const state of states) await page.evaluate(told => globalThis.dispatchEvent(new MessageEvent('message', { data: told })), state);
    },
    picture: painter(page, out),
    evidence: painter(page, out, true),
    async close() {
      await browser.close();
      rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

// Inside an editor: its colours, and a way from each clause to its text. VS Code gives its pages this function before their policy holds.
import { element, reveal } from './dom';

declare global {
  var acquireVsCodeApi: (() => { postMessage(message: { type: 'open'; clause: string }): void }) | undefined;
}

export function startInEditor(): void {
  const editor = globalThis.acquireVsCodeApi?.();
  if (editor === undefined) return;

  const follow = () => {
    document.documentElement.dataset['theme'] = /^vscode-(dark|high-contrast)$/.test(document.body.dataset['vscodeThemeKind'] ?? '') ? 'dark' : 'light';
  };
  follow();
  new MutationObserver(follow).observe(document.body, { attributeFilter: ['data-vscode-theme-kind'] });

  // The address of such a page stays as it is, so that a link into something closed has to open it here.
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link) reveal(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
  });

  for (const heading of document.querySelectorAll<HTMLElement>('#clauses [id^="clause-"]')) {
    const clause = heading.querySelector('code')?.textContent ?? '';
    const open = element('button', { type: 'button', class: 'text', 'aria-label': `Open the text of ${clause}` }, 'Open text');
    open.addEventListener('click', () => editor.postMessage({ type: 'open', clause }));
    heading.after(open);
  }
}

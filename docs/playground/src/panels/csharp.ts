import { element } from '../../../../editor-extension/src/pages/web/dom';
import { monaco } from '../editor/monaco';
import 'monaco-editor/languages/definitions/csharp/register.js';
import type { Panel } from './panel';

let open = 0;

/** The C# models that an application would be built with. */
export const csharpPanel: Panel = {
  name: 'csharp',
  title: 'C#',
  show: async (page, signal) => {
    const { files } = page.uri === undefined ? { files: [] } : await page.server.request('policy/preview', { uri: page.uri }, signal);
    if (files.length === 0) {
      return [element('h2', {}, 'Generated C#'), element('p', {}, 'The file that is open declares no framework, so there is nothing to generate.')];
    }

    open = Math.min(open, files.length - 1);
    const list = element('select', { id: 'generated' }, ...files.map((file, n) => element('option', { value: String(n), selected: n === open }, file.name)));
    const code = element('pre', { class: 'code', tabindex: '0', 'aria-label': 'Generated C#' });
    const show = (): void => {
      const text = files[open]?.text ?? '';
      code.textContent = text;
      void monaco.editor.colorize(text, 'csharp', { tabSize: 4 }).then(html => {
        // Monaco escapes the text and adds spans alone.
        code.innerHTML = html;
      });
    };
    list.addEventListener('change', () => {
      open = Number(list.value);
      show();
    });
    show();
    return [
      element('h2', {}, 'Generated C#'),
      element('p', {}, 'Typed models for an application, as ', element('code', {}, 'policyc generate'), ' writes them.'),
      element('form', { class: 'controls' }, element('label', { for: 'generated' }, 'File'), list),
      code,
    ];
  },
};

import { clauseLink, element } from '../../../../editor-extension/src/pages/web/dom';
import type { LspDiagnostic } from '../editor/convert';
import type { Page, Panel } from './panel';

const words = ['', 'error', 'warning', 'note', 'hint'];
const symbols = ['', '✕', '⚠', 'i', '·'];

/** Every mistake and every conflict, where it stands. */
export const findingsPanel: Panel = {
  name: 'findings',
  title: 'Findings',
  show: async page => {
    const all = page.findings();
    const count = all.reduce((sum, file) => sum + file.found.length, 0);
    return count === 0
      ? [element('h2', {}, 'Nothing found'), element('p', {}, 'No mistake, and no two clauses collide. Change a “may” into a “must not”, or use another law, and see.')]
      : [element('h2', {}, count === 1 ? '1 finding' : `${count} findings`),
        ...all.filter(file => file.found.length > 0).flatMap(file => [
          ...(all.length > 1 ? [element('h3', {}, page.nameOf(file.uri))] : []),
          element('ul', { class: 'rows' }, ...file.found.map(found => finding(page, file.uri, found))),
        ])];
  },
};

const labels: Record<string, string> = { witness: 'For example', help: 'What to do', where: 'Where' };

function detail(line: string): HTMLElement {
  const [, word = '', text = line] = /^(witness|help|where): (.*)$/.exec(line) ?? [];
  return element('li', {}, ...(word === '' ? [] : [element('span', { class: 'label' }, `${labels[word] ?? word}: `)]), text);
}

function finding(page: Page, uri: string, found: LspDiagnostic): HTMLElement {
  const severity = found.severity ?? 1;
  const [first = '', ...rest] = found.message.split('\n');
  const fix = element('button', { type: 'button' }, 'What can be done…');
  fix.addEventListener('click', () => page.fix({ uri, range: found.range }));
  const related = (found.relatedInformation ?? []).map(other =>
    element('li', {}, clauseLink(other.message, () => page.open(other.location))));
  return element('li', { class: `row ${words[severity] ?? ''}` },
    element('p', { class: 'what' },
      element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbols[severity] ?? ''), element('span', { class: 'sr' }, `${words[severity] ?? ''}: `),
      clauseLink(first, () => page.open({ uri, range: found.range }))),
    ...(rest.length === 0 ? [] : [element('ul', { class: 'details' }, ...rest.filter(line => line.trim() !== '').map(detail))]),
    ...(related.length === 0 ? [] : [element('details', {}, element('summary', {}, 'Where'), element('ul', {}, ...related))]),
    element('p', { class: 'tools' }, fix, ' ',
      element('span', { class: 'note' }, `${found.code ?? ''} · line ${found.range.start.line + 1}`)));
}

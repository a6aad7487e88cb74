import { outcomes } from '../../../../editor-extension/src/matrix/model';
import type { Spot } from '../../../../editor-extension/src/pages/grid';
import { chooser, element } from '../../../../editor-extension/src/pages/web/dom';
import { matrixTable } from '../../../../editor-extension/src/pages/web/matrixTable';
import { today, type Panel } from './panel';

// What most transfer clauses speak of; of data that nobody names, none of them does.
const chosen = { data: 'PersonalData', purpose: '', date: today() };
let spot: Spot | undefined;

/** What a transfer comes to, from where to where. */
export const matrixPanel: Panel = {
  name: 'matrix',
  title: 'Matrix',
  show: async (page, signal) => {
    const [data, purposes] = await Promise.all(['data', 'purpose'].map(async kind => (await page.server.request('policy/vocabulary', { kind }, signal)).names));
    const kind = chooser('data', data ?? [], chosen.data, 'not specified');
    const purpose = chooser('purpose', purposes ?? [], chosen.purpose, 'not specified');
    const date = element('input', { id: 'date', type: 'date', value: chosen.date });
    const form = element('form', { class: 'controls' },
      element('label', { for: 'data' }, 'Data'), kind, element('label', { for: 'purpose' }, 'Purpose'), purpose, element('label', { for: 'date' }, 'On'), date);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', () => {
      Object.assign(chosen, { data: kind.value, purpose: purpose.value, date: date.value === '' ? today() : date.value });
      page.again();
    });
    const matrix = await page.server.request('policy/matrix', {
      date: chosen.date, ...(page.uri === undefined ? {} : { uri: page.uri }), ...(chosen.data === '' ? {} : { data: chosen.data }), ...(chosen.purpose === '' ? {} : { purpose: chosen.purpose }),
    }, signal);
    return [
      element('h2', {}, 'Which transfers are free'), form,
      matrixTable(matrix, spot, at => { spot = at; }, (at, clause) => {
        const place = matrix.cells[at.row]?.[at.column]?.clauses[clause];
        if (place !== undefined) {
          page.open(place);
        }
      }),
      element('ul', { class: 'legend', 'aria-label': 'What the signs mean' }, ...Object.values(outcomes).map(o => element('li', {}, `${o.symbol} ${o.word}: ${o.sentence}`))),
      element('p', { class: 'note' }, 'For a controller who exports. Places that the law does not tell apart share a row or column.'),
    ];
  },
};

import { firstChoice, matrixNames, matrixQuestion } from '../../../../editor-extension/src/matrix/choice';
import type { MatrixChoice } from '../../../../editor-extension/src/matrix/messages';
import { assumed, outcomes } from '../../../../editor-extension/src/matrix/model';
import type { Spot } from '../../../../editor-extension/src/pages/grid';
import { element } from '../../../../editor-extension/src/pages/web/dom';
import { matrixControls } from '../../../../editor-extension/src/pages/web/matrixControls';
import { matrixTable } from '../../../../editor-extension/src/pages/web/matrixTable';
import type { Matrix } from '../../../../editor-extension/src/protocol';
import { today, type Panel } from './panel';

let chosen = firstChoice(today());
let spot: Spot | undefined;

/** What a transfer comes to, from where to where. */
export const matrixPanel: Panel = {
  name: 'matrix',
  title: 'Matrix',
  show: async (page, signal) => {
    const names = await matrixNames(async kind => (await page.server.request('policy/vocabulary', { kind }, signal)).names);
    const choose = (choice: MatrixChoice): void => {
      chosen = { ...choice, date: choice.date === '' ? today() : choice.date };
      page.again();
    };
    const title = element('h2', {}, 'Which transfers are free');
    let matrix: Matrix;
    try {
      matrix = await page.server.request('policy/matrix', { ...matrixQuestion(chosen), ...(page.uri === undefined ? {} : { uri: page.uri }) }, signal);
    } catch (failure) {
      // What was chosen wrongly has to stay there to be corrected.
      signal.throwIfAborted();
      return [title, matrixControls({ ...names, chosen }, choose), element('p', { role: 'alert', class: 'problem' }, (failure as Error).message)];
    }

    return [
      title,
      matrixControls({ ...names, chosen, matrix }, choose),
      element('p', { class: 'assumed' }, assumed(matrix)),
      matrixTable(matrix, spot, at => { spot = at; }, (at, clause) => {
        const place = matrix.cells[at.row]?.[at.column]?.clauses[clause];
        if (place !== undefined) {
          page.open(place);
        }
      }),
      element('ul', { class: 'legend', 'aria-label': 'What the signs mean' }, ...Object.values(outcomes).map(o => element('li', {}, `${o.symbol} ${o.word}: ${o.sentence}`))),
      element('p', { class: 'note' }, 'Places that the law does not tell apart share a row or column.'),
    ];
  },
};

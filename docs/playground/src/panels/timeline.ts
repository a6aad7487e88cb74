import { answerView } from '../../../../editor-extension/src/pages/web/answerView';
import { chooser, element } from '../../../../editor-extension/src/pages/web/dom';
import { frameworksAndOrders, placeAt } from '../../../../editor-extension/src/questions/question';
import type { InstrumentList } from '../../../../editor-extension/src/protocol';
import { timeline } from '../../../../editor-extension/src/questions/timeline';
import type { Panel } from './panel';

const chosen = { of: '', from: '', until: '' };

/** When answers change, why, and what. */
export const timelinePanel: Panel = {
  name: 'timeline',
  title: 'Timeline',
  show: async (page, signal) => {
    const about = page.uri === undefined ? {} : { uri: page.uri };
    const names = { laws: await page.server.request<InstrumentList>('policy/instruments', about, signal), places: [], actions: [], data: [] };
    const of = chooser('of', frameworksAndOrders(names), chosen.of, 'all law of these files');
    const from = element('input', { id: 'from', type: 'date', value: chosen.from });
    const until = element('input', { id: 'until', type: 'date', value: chosen.until });
    const form = element('form', { class: 'controls' },
      element('label', { for: 'of' }, 'Of'), of, element('label', { for: 'from' }, 'From'), from, element('label', { for: 'until' }, 'Until'), until);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', () => {
      Object.assign(chosen, { of: of.value, from: from.value, until: until.value });
      page.again();
    });
    const head = [element('h2', {}, 'Timeline'), element('p', {}, timeline.intro), form];
    const asked = timeline.ask(names, chosen);
    if ('missing' in asked) {
      return [...head, element('p', { role: 'alert', class: 'problem' }, asked.missing)];
    }

    const answer = await page.server.request('policy/timeline', { ...about, ...asked.params }, signal);
    return [...head, ...answerView(answer, answer.title, undefined, () => {}, (at, place) => {
      const found = placeAt(answer, at, place);
      if (found !== undefined) {
        page.open(found);
      }
    })];
  },
};

import { put } from '../../../../editor-extension/src/ask/model';
import { answerSection } from '../../../../editor-extension/src/pages/web/askAnswer';
import { questionField } from '../../../../editor-extension/src/pages/web/askQuestion';
import { element } from '../../../../editor-extension/src/pages/web/dom';
import type { Value } from '../../../../editor-extension/src/protocol';
import { today, type Panel } from './panel';

let given: Record<string, Value> = { action: 'transfer', date: today() };

/** One case: what still matters to the answer is asked, and the answer told. */
export const askPanel: Panel = {
  name: 'ask',
  title: 'Ask',
  show: async (page, signal) => {
    const asked = await page.server.request('policy/ask', { ...(page.uri === undefined ? {} : { uri: page.uri }), case: given }, signal);
    const again = element('button', { type: 'button', id: 'again' }, 'Start again');
    again.addEventListener('click', () => {
      given = { action: 'transfer', date: today() };
      page.again();
    });
    const form = element('form', { class: 'questions' }, ...put(asked).map(question => questionField(question, value => {
      given = Object.fromEntries([...Object.entries(given).filter(([name]) => name !== question.name), ...(value === null ? [] : [[question.name, value] as const])]);
      page.again();
    })));
    form.addEventListener('submit', event => event.preventDefault());
    return [
      element('h2', {}, 'May I…?'),
      element('p', {}, 'Only what still matters to the answer is asked. Answer what you know, in any order.'),
      ...asked.problems.map(text => element('p', { role: 'alert', class: 'problem' }, text)),
      element('div', { class: 'columns' }, element('div', {}, form, again), ...(asked.answer == null ? [] : [answerSection(asked, asked.answer, message => {
        const answer = asked.answer;
        const place = message.list === 'duties' ? answer?.duties[message.index]?.clause : answer?.[message.list][message.index];
        if (place !== undefined) {
          page.open(place);
        }
      })])),
    ];
  },
};

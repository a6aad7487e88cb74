import { answerSection } from '../../../../editor-extension/src/pages/web/askAnswer';
import { askForm } from '../../../../editor-extension/src/pages/web/askForm';
import { element } from '../../../../editor-extension/src/pages/web/dom';
import type { Value } from '../../../../editor-extension/src/protocol';
import { today, type Page, type Panel } from './panel';

let given: Record<string, Value> = { action: 'transfer', date: today() };

async function copyMemo(page: Page): Promise<void> {
  const { text } = await page.server.request('policy/caseMemo', { ...(page.uri === undefined ? {} : { uri: page.uri }), case: given });
  await navigator.clipboard.writeText(text);
}

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
    const form = askForm(asked, (name, value) => {
      given = Object.fromEntries([...Object.entries(given).filter(([other]) => other !== name), ...(value === null ? [] : [[name, value] as const])]);
      page.again();
    });
    return [
      element('h2', {}, 'May I…?'),
      element('p', {}, 'Answer what you know, in any order. What the answer does not depend on is not asked.'),
      ...asked.problems.map(text => element('p', { role: 'alert', class: 'problem' }, text)),
      element('div', { class: 'ask' }, element('div', {}, form, again), ...(asked.answer == null ? [] : [answerSection(asked, asked.answer, message => {
        const answer = asked.answer;
        if (message.type === 'memo') {
          void copyMemo(page);
        } else if (message.type === 'open') {
          const place = message.list === 'duties' ? answer?.duties[message.index]?.clause : answer?.[message.list][message.index];
          if (place !== undefined) {
            page.open(place);
          }
        }
      }, ['memo'])])),
    ];
  },
};

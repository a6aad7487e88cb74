import { frameworksAndOrders, text, type Question } from './question';

/** When answers change, why, and what. */
export const timeline: Question = {
  kind: 'timeline',
  title: 'Timeline',
  intro: 'Every day on which some answer changes, why, and what. A reason leads to the day in the text.',
  begin: () => ({ of: '', from: '', until: '' }),
  controls: (names, chosen) => [
    { kind: 'choice', id: 'of', label: 'Of', names: frameworksAndOrders(names), value: text(chosen, 'of'), empty: 'all law of these files' },
    { kind: 'date', id: 'from', label: 'From', value: text(chosen, 'from') },
    { kind: 'date', id: 'until', label: 'Until', value: text(chosen, 'until') },
  ],
  ask: (_, chosen) => {
    const [of, from, until] = [text(chosen, 'of'), text(chosen, 'from'), text(chosen, 'until')];
    return from !== '' && until !== '' && until < from ? { missing: 'The last day lies before the first.' }
      : { method: 'policy/timeline', params: { ...(of === '' ? {} : { of: [of] }), ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) } };
  },
};

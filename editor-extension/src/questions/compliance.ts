import { mostBroken, text, treaties, type Question } from './question';

/** Which party's law breaches which article of a treaty. */
export const compliance: Question = {
  kind: 'compliance',
  title: 'Compliance with a treaty',
  intro: 'The law of each party beside the articles that ask something of it. Choose a cell to see what it is made of.',
  counts: true,
  begin: names => ({ treaty: mostBroken(names), on: '' }),
  controls: (names, chosen) => [
    { kind: 'choice', id: 'treaty', label: 'Treaty', names: treaties(names), value: text(chosen, 'treaty'), empty: 'choose one' },
    { kind: 'date', id: 'on', label: 'On', value: text(chosen, 'on') },
  ],
  ask: (names, chosen) => {
    const treaty = text(chosen, 'treaty');
    const on = text(chosen, 'on');
    return treaty !== '' ? { method: 'policy/compliance', params: { treaty, ...(on === '' ? {} : { on }) } }
      : { missing: treaties(names).length === 0 ? 'No framework of these files asks anything of the law of its parties.' : 'Choose a treaty.' };
  },
};

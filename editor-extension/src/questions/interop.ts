import { frameworksAndOrders, text, type Question } from './question';

/** How two laws stand to each other. */
export const interop: Question = {
  kind: 'interop',
  title: 'Interoperability',
  intro: 'Two frameworks or legal orders side by side: the same answer, stricter in one, silent in one, no act complies with both.',
  begin: (names, today) => ({ first: frameworksAndOrders(names)[0]?.name ?? '', second: frameworksAndOrders(names)[1]?.name ?? '', on: today, action: '', data: '' }),
  controls: (names, chosen) => [
    { kind: 'choice', id: 'first', label: 'One', names: frameworksAndOrders(names), value: text(chosen, 'first'), empty: 'choose one' },
    { kind: 'choice', id: 'second', label: 'The other', names: frameworksAndOrders(names), value: text(chosen, 'second'), empty: 'choose one' },
    { kind: 'choice', id: 'action', label: 'Action', names: names.actions, value: text(chosen, 'action'), empty: 'any' },
    { kind: 'choice', id: 'data', label: 'Data', names: names.data, value: text(chosen, 'data'), empty: 'any' },
    { kind: 'date', id: 'on', label: 'On', value: text(chosen, 'on') },
  ],
  ask: (_, chosen) => {
    const [first, second, on] = [text(chosen, 'first'), text(chosen, 'second'), text(chosen, 'on')];
    const where = Object.fromEntries(['action', 'data'].map(id => [id, text(chosen, id)]).filter(([, value]) => value !== ''));
    return first === '' || second === '' ? { missing: 'Choose two frameworks or legal orders.' }
      : first === second ? { missing: 'Choose two that are not the same.' }
      : { method: 'policy/interop', params: { first, second, where, ...(on === '' ? {} : { on }) } };
  },
};

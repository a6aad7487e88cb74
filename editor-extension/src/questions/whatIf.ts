import type { Instrument, Name } from '../protocol';
import type { Control } from './messages';
import { list, text, treaties, type Asked, type Chosen, type Names, type Question } from './question';

const acts: Name[] = [
  { name: 'adopt', title: 'A party adopts' },
  { name: 'withdraw', title: 'A party withdraws from' },
  { name: 'reserve', title: 'A party reserves clauses of' },
  { name: 'repeal', title: 'Law is repealed of' },
];

/** What would be, before it is signed. Everything is picked. */
export const whatIf: Question = {
  kind: 'whatIf',
  title: 'What if…?',
  intro: 'What an adoption, a withdrawal, a reservation or a repeal would change, and for whom. Nothing is written.',
  begin: (names, today) => ({ act: 'adopt', instrument: treaties(names)[0]?.name ?? '', party: '', clauses: [], since: today, until: '' }),
  controls,
  ask,
};

function instrument(names: Names, chosen: Chosen): Instrument | undefined {
  return names.laws.instruments.find(i => i.name === text(chosen, 'instrument'));
}

/** Who can do it: who is bound withdraws and reserves, who is not adopts. */
function parties(names: Names, chosen: Chosen): Name[] {
  const bound = new Set(instrument(names, chosen)?.parties);
  return names.places.filter(p => bound.has(p.name) !== (text(chosen, 'act') === 'adopt'));
}

/** What still holds of a choice that was made for another act or instrument. */
function settled(names: Names, chosen: Chosen): Chosen {
  const clauses = new Set(instrument(names, chosen)?.clauses.map(c => c.name));
  const party = text(chosen, 'party');
  return { ...chosen, clauses: list(chosen, 'clauses').filter(c => clauses.has(c)), party: parties(names, chosen).some(p => p.name === party) ? party : '' };
}

function controls(names: Names, before: Chosen): Control[] {
  const chosen = settled(names, before);
  const act = text(chosen, 'act');
  const law = instrument(names, chosen);
  const clauses: Control[] = law === undefined || act === 'withdraw' ? []
    : [{ kind: 'choices', id: 'clauses', label: act === 'adopt' ? 'Reserving' : act === 'reserve' ? 'Clauses' : 'Clauses (none: all of it)', names: law.clauses, value: list(chosen, 'clauses') }];
  const until: Control[] = act === 'reserve' || (act === 'adopt' && list(chosen, 'clauses').length > 0)
    ? [{ kind: 'date', id: 'until', label: 'Reservation until', value: text(chosen, 'until') }] : [];
  return [
    { kind: 'choice', id: 'act', label: 'What', names: acts, value: act, empty: 'choose one' },
    { kind: 'choice', id: 'instrument', label: 'Instrument', names: act === 'repeal' ? names.laws.instruments : treaties(names), value: text(chosen, 'instrument'), empty: 'choose one' },
    ...(act === 'repeal' ? [] : [{ kind: 'choice', id: 'party', label: 'Party', names: parties(names, chosen), value: text(chosen, 'party'), empty: 'choose one' } satisfies Control]),
    { kind: 'date', id: 'since', label: 'Since', value: text(chosen, 'since') },
    ...until,
    ...clauses,
  ];
}

function ask(names: Names, before: Chosen): Asked {
  const chosen = settled(names, before);
  const [act, name, party, since, until] = ['act', 'instrument', 'party', 'since', 'until'].map(id => text(chosen, id)) as [string, string, string, string, string];
  const clauses = list(chosen, 'clauses');
  const after = since === '' ? '' : ` since ${since}`;
  const last = until === '' ? '' : ` until ${until}`;
  if (name === '') {
    return { missing: 'Choose an instrument.' };
  }

  if (act !== 'repeal' && party === '') {
    return { missing: 'Choose a party.' };
  }

  switch (act) {
    case 'adopt':
      return since === '' ? { missing: 'Choose the day since which the party is bound.' }
        : whatIfOf({ adopt: [`${party} ${name}${after}${clauses.length === 0 ? '' : ` reserving ${clauses.join(', ')}${last}`}`] });
    case 'withdraw':
      return whatIfOf({ withdraw: [`${party} ${name}${after}`] });
    case 'reserve':
      return clauses.length === 0 ? { missing: 'Choose the clauses.' } : whatIfOf({ reserve: [`${party} ${clauses.join(', ')}${after}${last}`] });
    case 'repeal':
      return whatIfOf({ repeal: (clauses.length === 0 ? [name] : clauses).map(target => target + after) });
    default:
      return { missing: 'Choose what happens.' };
  }
}

function whatIfOf(params: { adopt?: string[]; withdraw?: string[]; reserve?: string[]; repeal?: string[] }): Asked {
  return { method: 'policy/whatIf', params };
}

import { tickOf } from '../../matrix/model';
import type { MatrixChoice, MatrixState } from '../../matrix/messages';
import { chooser, element } from './dom';

/** What the matrix is about, to choose from; the slider goes from one day on which it may change to the next. */
export function matrixControls(state: MatrixState, choose: (chosen: MatrixChoice) => void): HTMLElement {
  const { chosen } = state;
  const fields = {
    data: chooser('data', state.data, chosen.data, 'not specified'),
    purpose: chooser('purpose', state.purposes, chosen.purpose, 'not specified'),
    actor: chooser('actor', state.roles, chosen.actor, 'a controller who exports'),
    recipient: chooser('recipient', state.roles, chosen.recipient, 'not specified'),
    organisation: chooser('organisation', state.organisations, chosen.organisation, 'as the files declare'),
    places: element('input', { id: 'places', type: 'text', value: chosen.places, list: 'place-names', placeholder: 'all; or DE, US, CN' }),
    date: element('input', { id: 'date', type: 'date', value: chosen.date }),
  };
  const labels: Record<keyof typeof fields, string> = { data: 'Data', purpose: 'Purpose', actor: 'Who transfers', recipient: 'To whom', organisation: 'Policy of', places: 'Only these places', date: 'On' };
  const current = (): MatrixChoice => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])) as unknown as MatrixChoice;
  const shown = Object.keys(fields).filter(name => name !== 'organisation' || state.organisations.length > 1) as (keyof typeof fields)[];
  const form = element('form', { class: 'controls' },
    ...shown.map(name => element('span', { class: 'control' }, element('label', { for: name }, labels[name]), fields[name])),
    element('datalist', { id: 'place-names' }, ...state.places.map(p => element('option', { value: p.name }, p.title))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    choose(current());
  });
  form.addEventListener('change', () => choose(current()));
  const days = state.matrix?.days ?? [];
  return element('div', {}, form, ...(days.length === 0 ? [] : [slider(days, chosen.date, date => choose({ ...current(), date }))]));
}

function slider(days: readonly string[], date: string, choose: (date: string) => void): HTMLElement {
  const at = tickOf(days, date);
  const range = element('input', { id: 'day', type: 'range', min: '0', max: String(days.length - 1), step: '1', value: String(Math.max(0, at)), list: 'ticks', 'aria-valuetext': days[Math.max(0, at)] ?? '' });
  range.addEventListener('input', () => { said.textContent = words(days, Number(range.value)); });
  range.addEventListener('change', () => choose(days[Number(range.value)] ?? date));
  const said = element('output', { for: 'day' }, at < 0 ? `before ${days[0] ?? ''}` : words(days, at));
  return element('div', { class: 'controls days' },
    element('label', { for: 'day' }, `The law changes on ${days.length === 1 ? 'one day' : `${days.length} days`}`), range,
    element('datalist', { id: 'ticks' }, ...days.map((day, i) => element('option', { value: String(i), label: day }))), said);
}

function words(days: readonly string[], at: number): string {
  const next = days[at + 1];
  return `from ${days[at] ?? ''}${next === undefined ? ' on' : `, until the day before ${next}`}`;
}

// The choices of somebody who starts a project. Free of VS Code and of the browser.
import type { Name, StarterInstrument, Starters } from '../protocol';

export interface ProjectChoices { title: string; under: string[]; data: string[]; destinations: string[]; uses: string[] }

export const noChoices: ProjectChoices = { title: '', under: [], data: [], destinations: [], uses: [] };

export interface Step { heading: string; intro: string }

export const steps: readonly Step[] = [
  { heading: 'Who are you?', intro: 'The organisation whose policy it is to be, and where it has its seat: the law of those places binds it.' },
  { heading: 'Which data?', intro: 'The kinds of data that you send to other places. A kind has those below it in it.' },
  { heading: 'Where do they go?', intro: 'Places and groups of places. Leave it empty for anywhere.' },
  { heading: 'Which law?', intro: 'Instruments of the law library with which your policy is judged. Law of the places that bind you is ticked; each says where its text is and when it was read.' },
];

/** What is missing before a step can be left; undefined where nothing is. */
export function missingAt(step: number, choices: ProjectChoices): string | undefined {
  switch (step) {
    case 0: return choices.title.trim() === '' ? 'Say what the organisation is called.' : choices.under.length === 0 ? 'Choose at least one seat.' : undefined;
    case 1: return choices.data.length === 0 ? 'Choose at least one kind of data.' : undefined;
    default: return undefined;
  }
}

export interface LawGroups { binding: StarterInstrument[]; ofDestinations: StarterInstrument[]; others: StarterInstrument[] }

/** The instruments in the order in which they are looked at. */
export function grouped(starters: Pick<Starters, 'instruments'>, destinations: readonly string[]): LawGroups {
  const there = new Set(destinations);
  const rest = starters.instruments.filter(i => !i.suggested);
  return {
    binding: starters.instruments.filter(i => i.suggested),
    ofDestinations: rest.filter(i => there.has(i.order)),
    others: rest.filter(i => !there.has(i.order)),
  };
}

/** The titles of what is chosen, for a line above a long list. */
export function chosenText(names: readonly Name[], chosen: readonly string[]): string {
  const titles = new Map(names.map(n => [n.name, n.title]));
  return chosen.length === 0 ? 'Nothing is chosen yet.' : `Chosen: ${chosen.map(name => titles.get(name) ?? name).join(', ')}.`;
}

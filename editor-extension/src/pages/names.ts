// How names of the vocabulary are told in lists. Free of VS Code and of the browser.
import type { Name } from '../protocol';

const shortTitle = 40;

/** Titles that are names come first ("Germany (DE)"); those that explain come after ("Controller: whoever decides why …"). */
export function nameTexts(names: readonly Name[]): string[] {
  const explains = names.some(n => n.title.length > shortTitle);
  return names.map(n => (n.title === n.name ? n.name : explains ? `${n.name}: ${n.title}` : `${n.title} (${n.name})`));
}

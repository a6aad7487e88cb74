// Moves and draws what the page holds; without a script the same stands there as tables.
import { readData } from './data';
import { reveal } from './dom';
import { startInEditor } from './editor';
import { startPrecedence } from './precedence';
import { drawTimeline } from './timeline';
import { startVariants } from './variants';

const data = readData();

document.querySelectorAll<HTMLElement>('.variants').forEach(startVariants);
for (const place of document.querySelectorAll<HTMLElement>('[data-drawing]')) {
  place.hidden = false;
  if (place.dataset['drawing'] === 'timeline') drawTimeline(place, data.timeline);
  else startPrecedence(place, data.precedence, data.own);
}

startInEditor();

// A link into something that is closed opens it.
const follow = () => {
  if (location.hash.length > 1) reveal(decodeURIComponent(location.hash.slice(1)));
};
window.addEventListener('hashchange', follow);
follow();

// On paper nothing can be opened.
let closed: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const one of closed) one.open = true;
});
window.addEventListener('afterprint', () => {
  for (const one of closed) one.open = false;
});

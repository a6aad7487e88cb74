/** An element with attributes and children; words become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Opens whatever hides a place of the page, and goes there. */
export function reveal(id: string): void {
  const place = document.getElementById(id);
  for (let at = place?.parentElement; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  if (place instanceof HTMLDetailsElement) place.open = true;
  place?.scrollIntoView();
}

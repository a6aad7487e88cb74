// The pages that the extension shows. Each is a frame in a frame.
import { briefly, until } from './wait.mjs';

/** Waits for the frame whose first heading is this text, or matches this pattern. */
export function pageTitled(page, heading) {
  return until(`the page '${heading}'`, async () => {
    for (const frame of page.frames()) {
      const found = await briefly(frame.evaluate(() => document.querySelector('h1')?.textContent).catch(() => undefined));
      if (found && (heading instanceof RegExp ? heading.test(found) : found === heading)) return frame;
    }
    return undefined;
  });
}

// Waiting for a condition: no test sleeps for a fixed time and hopes.
export const patience = Number(process.env.POLICYLANG_E2E_PATIENCE ?? 60_000);

// What is inside of an `until` is done again where it fails: one call waits this long, and one condition of several.
export const brief = Math.max(2000, patience / 60);
const attempt = Math.max(8000, patience / 6);

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** What a call that knows no timeout answers, or nothing where it takes too long: a frame that is being replaced never answers. */
export const briefly = call => Promise.race([call, pause(brief)]);

const pages = new Set();
let asking = 0;
const granted = () => (asking > 0 ? attempt : patience);
const setTimeouts = milliseconds => pages.forEach(page => page.setDefaultTimeout(milliseconds));

/** Calls to the page wait for as long as the patience; inside of an `until` only briefly, or one call could use up all of it. */
export function patient(page) {
  pages.add(page);
  page.once('close', () => pages.delete(page));
  page.setDefaultTimeout(patience);
}

/** Asks again and again until the answer is truthy, inside of another `until` for an attempt only; the failure says what was waited for and what the last answer was. */
export async function until(what, ask, milliseconds = granted()) {
  const end = Date.now() + milliseconds;
  if (asking++ === 0) setTimeouts(brief);
  try {
    for (let last; ; await pause(200)) {
      try {
        last = await ask();
        if (last) return last;
      } catch (error) {
        last = error;
      }
      if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    }
  } finally {
    if (--asking === 0) setTimeouts(patience);
  }
}

/** Waits until a text, or the joined list of texts, that `read` gives matches; answers it. */
export async function untilMatch(what, pattern, read, milliseconds = granted()) {
  let text;
  try {
    return await until(what, async () => {
      text = [await read()].flat().join('\n');
      return pattern.test(text) && text;
    }, milliseconds);
  } catch (error) {
    throw new Error(`waited ${milliseconds / 1000} s for ${what}; ${pattern} does not match:\n${text ?? error.message}`);
  }
}

// Waiting for a condition: no test sleeps for a fixed time and hopes.
export const patience = Number(process.env.POLICYLANG_E2E_PATIENCE ?? 60_000);

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Asks again and again until the answer is truthy; the failure says what was waited for and what the last answer was. */
export async function until(what, ask, milliseconds = patience) {
  const end = Date.now() + milliseconds;
  for (let last; ; await pause(50)) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
  }
}

/** Waits until a text, or the joined list of texts, that `read` gives matches; answers it. */
export async function untilMatch(what, pattern, read, milliseconds = patience) {
  let text;
  try {
    return await until(what, async () => {
      text = [await read()].flat().join('\n');
      return pattern.test(text) && text;
    }, milliseconds);
  } catch {
    throw new Error(`waited ${milliseconds / 1000} s for ${what}; ${pattern} does not match:\n${text}`);
  }
}

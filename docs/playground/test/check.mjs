// The tests of the page, in a real browser: node test/run.mjs [WORD …] runs those whose name has one of the words.
import assert from 'node:assert/strict';

const tests = [];

export const test = (name, run) => tests.push({ name, run });

/** Runs them one after the other; says what each took, and fails with all that failed. */
export async function runAll(words, context) {
  const chosen = tests.filter(one => words.length === 0 || words.some(word => one.name.includes(word)));
  assert.ok(chosen.length > 0, `no test has one of these words in its name: ${words.join(', ')}`);
  let failed = 0;
  for (const { name, run } of chosen) {
    const begun = Date.now();
    try {
      const told = await run(context);
      console.log(`ok ${((Date.now() - begun) / 1000).toFixed(1)} s  ${name}${told === undefined ? '' : `: ${told}`}`);
    } catch (failure) {
      failed++;
      console.log(`FAILED  ${name}\n${failure.stack}`);
    }
  }

  console.log(`${chosen.length - failed} passed, ${failed} failed, 0 skipped`);
  return failed;
}

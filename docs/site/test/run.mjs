// Tests of the built site. The last line is "N passed, N failed, N skipped".
import { existsSync } from 'node:fs';
import { browserTests, missing } from './browser.mjs';
import { DIST, tests } from './pages.mjs';
import { serve } from './serve.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };
const run = async (name, test) => {
  try {
    await test();
    counts.passed++;
    console.log(`passed: site: ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAILED: site: ${name}\n${error.message}`);
  }
};

if (!existsSync(DIST)) {
  console.log('FAILED: site: it was not built\n0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

for (const [name, test] of Object.entries(tests)) {
  await run(name, test);
}

const lacking = missing();
if (lacking) {
  counts.skipped++;
  console.log(`skipped: site: in a browser: ${lacking}`);
} else {
  const site = await serve(DIST);
  await browserTests(site.address, run);
  site.stop();
}

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed ? 1 : 0;

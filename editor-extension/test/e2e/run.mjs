// The end-to-end tests in a real VS Code. Usage: node run.mjs [WORD [WORDS]], where WORD names a suite, and WORDS are in the names of its tests.
// The last line is "N passed, N failed, N skipped"; pictures, and the logs of failures, are in the folder out.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder, missing } from './home.mjs';
import { packageUnderTest } from './rig/package.mjs';
import { Report, runSuite } from './rig/report.mjs';
import everyday from './suites/everyday.mjs';
import negotiator from './suites/negotiator.mjs';
import newcomer from './suites/newcomer.mjs';
import pages from './suites/pages.mjs';
import starter from './suites/starter.mjs';

// On a machine that does much else at the same time a window may lose a key. What fails each time fails.
const attempts = Number(process.env.POLICYLANG_E2E_ATTEMPTS ?? 1);
const report = new Report();
const reason = missing();
if (reason) {
  report.skip(reason);
} else {
  const out = path.join(extensionFolder, 'test/e2e/out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const vsix = packageUnderTest(out);
  for (const suite of [pages, everyday, negotiator, newcomer, starter].filter(({ name }) => name.includes(process.argv[2] ?? ''))) {
    const wanted = { ...suite, tests: Object.fromEntries(Object.entries(suite.tests).filter(([name]) => name.includes(process.argv[3] ?? ''))) };
    for (let attempt = 1; ; attempt++) {
      const trial = new Report();
      await runSuite(trial, wanted, { vsix, out, stopAtFailure: attempt < attempts });
      if (trial.failed === 0 || attempt === attempts) {
        report.add(trial);
        break;
      }
      console.log(`${suite.name} is run once more, from the start`);
    }
  }
}
process.exit(report.close());

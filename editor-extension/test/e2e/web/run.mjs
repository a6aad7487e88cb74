// The extension in VS Code for the web. The last line is "N passed, N failed, N skipped"; pictures are in the folder out beside this one.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Report, runSuite } from '../rig/report.mjs';
import { missing, unpacked } from './package.mjs';

const report = new Report();
const reason = missing();
if (reason) {
  report.skip(reason);
} else {
  // Its packages are there only where nothing is missing.
  const { suite } = await import('./suite.mjs');
  const out = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../out/web');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'policylang-web-'));
  try {
    const { tests, ...rest } = suite(unpacked(folder));
    // Usage: node run.mjs [WORD], where WORD is in the names of the tests that are run.
    const chosen = Object.entries(tests).filter(([name]) => name.includes(process.argv[2] ?? ''));
    await runSuite(report, { ...rest, tests: Object.fromEntries(chosen) }, { out });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(report.close());

// Runs the tests of a suite one after the other in one VS Code, and counts.
export const slug = text => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

export class Report {
  passed = 0;
  failed = 0;
  skipped = 0;

  async test(name, run, onFailure) {
    const begun = Date.now();
    const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
    try {
      await run();
      this.passed++;
      console.log(`ok      ${name} (${seconds()})`);
      return true;
    } catch (error) {
      this.failed++;
      console.log(`not ok  ${name} (${seconds()})\n${String(error.stack ?? error).replace(/^/gm, '        ')}`);
      await onFailure?.().catch(problem => console.log(`        no evidence: ${problem.message}`));
      return false;
    }
  }

  skip(reason) {
    this.skipped++;
    console.log(`skipped: ${reason}`);
  }

  /** Counts what another one has counted. */
  add({ passed, failed, skipped }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  /** The closing line, and the exit code that says the same. */
  close() {
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`);
    return this.failed === 0 ? 0 : 1;
  }
}

/** A suite: its `name`, `open()` that starts its VS Code, or what else `starts`, and its `tests` by name, in the order in which they are run. */
export async function runSuite(report, suite, { vsix, out, stopAtFailure = false }) {
  let vs;
  const started = await report.test(`${suite.name}: ${suite.starts ?? 'VS Code starts'}`, async () => {
    vs = await suite.open({ vsix, out });
  });
  if (!started) return;
  try {
    for (const [name, run] of Object.entries(suite.tests)) {
      const file = slug(`${suite.name} ${name}`);
      const passed = await report.test(`${suite.name}: ${name}`, async () => {
        await run(vs);
        await vs.picture(file);
      }, () => vs.evidence(`${file}-failed`));
      if (!passed && stopAtFailure) break;
      await suite.between?.(vs).catch(() => {});
    }
  } finally {
    await vs.close();
  }
}

// The example of the home page: the first one of the README, and what policyc prints for it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyc } from './policyc.mjs';
import { ROOT } from './routes.mjs';

export function homeExample() {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, name, policy] = /^```policy (\S+)\n([\s\S]*?)^```$/m.exec(readme);
  const folder = mkdtempSync(join(tmpdir(), 'policylang-site-'));
  try {
    writeFileSync(join(folder, name), policy);
    const output = policyc(['check', name], { cwd: folder });
    const [, code, message] = /^error\[(PL\d{4})\]: (.*)$/m.exec(output);
    const [, witness] = /= witness: (.*)$/m.exec(output);
    const clauses = [...output.split('\n\n')[0].matchAll(/^ --> (law\/\S+)\s+(.*)$/gm)].map((m) => ({ place: m[1], says: m[2] }));
    return { name, policy, output, code, message, witness, clauses };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

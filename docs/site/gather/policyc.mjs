// Runs policyc, whose output the generated pages are made of.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './routes.mjs';

const program = process.env.SITE_POLICYC ?? join(ROOT, 'src/PolicyLang.Cli/bin/Release/net10.0', process.platform === 'win32' ? 'policyc.exe' : 'policyc');

/** What policyc prints; findings (exit code 1) are no failure. */
export function policyc(args, { cwd = ROOT } = {}) {
  if (!existsSync(program)) {
    throw new Error(`${program} is not there: dotnet build src/PolicyLang.Cli -c Release, or name a policyc in SITE_POLICYC`);
  }

  const run = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`policyc ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  }

  return run.stdout;
}

export const policycJson = (args) => JSON.parse(policyc([...args, '--format', 'json']));

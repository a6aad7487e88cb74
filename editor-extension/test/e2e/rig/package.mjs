// The package under test: made once for a run, with the server that was built last.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder, repository } from '../home.mjs';

export const serverFolder = path.resolve(process.env.POLICYLANG_E2E_SERVER ?? path.join(repository, 'src/PolicyLang.Cli/bin/Release/net10.0'));
export const server = path.join(serverFolder, 'policyc.dll');

/** The VSIX that the caller names, or a new one around the built server. */
export function packageUnderTest(out) {
  if (process.env.POLICYLANG_E2E_VSIX) return path.resolve(process.env.POLICYLANG_E2E_VSIX);
  const quietly = { cwd: extensionFolder, stdio: ['ignore', 'ignore', 'inherit'] };
  if (!existsSync(server)) execFileSync('dotnet', ['build', path.join(repository, 'src/PolicyLang.Cli'), '--configuration', 'Release', '--verbosity', 'quiet'], quietly);
  const vsix = path.join(out, 'policylang.vsix');
  execFileSync(process.execPath, ['scripts/package.mjs', '--server', serverFolder, '--out', vsix], quietly);
  return vsix;
}

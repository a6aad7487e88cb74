// The language server as the package carries it: policyc without the C# compiler, which only "policyc generate" uses.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const project = path.join(repository, 'src/PolicyLang.Cli/PolicyLang.Cli.csproj');
const webProject = path.join(repository, 'src/PolicyLang.WebServer');
const isProgramFile = name => !/\.(pdb|dbg|xml)$/.test(name);

/**
 * Builds in a folder of its own, so that other builds of the same sources are left alone. It is within the repository, where the
 * compiler writes paths relative to the root: an assembly would differ with the path of a temporary folder.
 */
function publish(target, ...options) {
  const artifacts = path.join(repository, 'artifacts', `server-${path.basename(target)}`);
  rmSync(artifacts, { recursive: true, force: true });
  try {
    execFileSync('dotnet', ['publish', project, '--configuration', 'Release', '--artifacts-path', artifacts, '--output', path.join(artifacts, 'out'),
      '--verbosity', 'quiet', '--nologo', '-p:NativeAot=true', '-p:ContinuousIntegrationBuild=true', ...options],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', MSBUILDDISABLENODEREUSE: '1' } });
    copyServer(path.join(artifacts, 'out'), target);
  } finally {
    rmSync(artifacts, { recursive: true, force: true });
  }
}

/** For every machine that has .NET: no C# compiler, no program of one system. */
export const publishPortable = target => publish(target, '-p:PublishAot=false', '-p:UseAppHost=false');

/** For linux-x64 without .NET. The build takes the symbols out; this makes sure of it. */
export function publishNative(target) {
  publish(target, '--runtime', 'linux-x64', '-p:StripSymbols=true');
  execFileSync('strip', ['--strip-all', path.join(target, 'policyc')]);
}

/** For a browser. */
export function publishWeb(target) {
  const out = path.join(repository, 'artifacts', 'server-web');
  rmSync(out, { recursive: true, force: true });
  try {
    execFileSync('dotnet', ['publish', webProject, '--configuration', 'Release', '--output', out, '--verbosity', 'quiet', '--nologo', '-p:ContinuousIntegrationBuild=true'],
      { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', MSBUILDDISABLENODEREUSE: '1' } });
    copyWeb(path.join(out, 'wwwroot'), target);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Copies the server for a browser, without what is compressed beforehand: the package compresses, and so does whoever serves it. */
export const copyWeb = (from, target) => copyServer(from, target, name => !/\.(br|gz)$/.test(name));

/** Copies a server; modes are set, since those that a build leaves depend on the user's mask. */
export function copyServer(from, target, filter = isProgramFile) {
  cpSync(from, target, { recursive: true, filter });
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    chmodSync(file, entry.isDirectory() || entry.name === 'policyc' ? 0o755 : 0o644);
  }
}

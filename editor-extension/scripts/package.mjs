// Packs the extension with its language server into one VSIX, offline, with the same bytes from the same commit.
// Usage: node scripts/package.mjs [--web] [--portable-only] [--server FOLDER] [--out FILE]
//   --web             the package for VS Code for the web: the server as WebAssembly in place of programs. It is a package of its own,
//                     since the server would make the other one, which cannot run it, 5 % larger, and that one has 62 MB for a browser to leave unused
//   --portable-only   without the native server for linux-x64, which takes a minute or two to build
//   --server FOLDER   takes the portable server, with --web the folder wwwroot, from a build that is there, as tests do, and nothing is published
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeNotices } from './notices.mjs';
import { writeReadme } from './readme.mjs';
import { copyServer, copyWeb, publishNative, publishPortable, publishWeb } from './server.mjs';

const extension = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
const { values } = parseArgs({
  options: {
    web: { type: 'boolean', default: false },
    'portable-only': { type: 'boolean', default: false },
    server: { type: 'string' },
    out: { type: 'string' },
  },
});

const run = (program, ...args) => execFileSync(program, args, { cwd: extension, stdio: ['ignore', 'inherit', 'inherit'] });

/** Every file of the package bears this time: the last commit's, unless the caller says otherwise. */
process.env.SOURCE_DATE_EPOCH ??= execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: extension, encoding: 'utf8' }).trim();

const out = path.resolve(values.out ?? `policylang${values.web ? '-web' : ''}-${version}.vsix`);
const servers = path.join(extension, 'server');
const web = path.join(extension, 'dist/web');
for (const folder of [servers, web]) rmSync(folder, { recursive: true, force: true });
if (values.web) {
  if (values.server) copyWeb(path.resolve(values.server), web);
  else publishWeb(web);
} else if (values.server) {
  copyServer(path.resolve(values.server), path.join(servers, 'portable'));
} else {
  publishPortable(path.join(servers, 'portable'));
  if (!values['portable-only']) publishNative(path.join(servers, 'linux-x64'));
}

run(process.execPath, 'esbuild.mjs');
writeNotices(extension, values.web ? undefined : path.join(servers, 'portable'), path.join(extension, 'dist/NOTICES.txt'));
const readme = 'dist/README.md';
writeReadme(extension, path.join(extension, readme));
// The repository has no public address, to which vsce would turn the links of the README.
run(process.execPath, 'node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links',
  '--readme-path', readme, '--out', out, ...(values.web ? ['--target', 'web'] : []));

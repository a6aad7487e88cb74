// Bundles the unit tests, which need no VS Code, and runs them with Node's own test runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'test/unit';
const out = 'out/unit';
const tests = readdirSync(folder).filter(name => name.endsWith('.test.ts'));
rmSync(out, { recursive: true, force: true });
await build({ entryPoints: tests.map(name => join(folder, name)), outdir: out, bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning', sourcemap: 'inline' });
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...tests.map(name => join(out, name.replace(/\.ts$/, '.js')))], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;

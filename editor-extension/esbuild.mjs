// Bundles the extension for VS Code's extension host, and the scripts of its pages for the browser.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';

const common = { bundle: true, minify: true, sourcemap: false, legalComments: 'none', logLevel: 'warning' };

await build({
  ...common,
  entryPoints: ['src/desktop.ts'],
  outfile: 'dist/extension.js',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
});

await build({
  ...common,
  entryPoints: ['src/browser.ts'],
  outfile: 'dist/browser.js',
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
});

await build({
  ...common,
  entryPoints: ['src/pages/web/matrix.ts', 'src/pages/web/ask.ts', 'src/pages/web/question.ts', 'src/pages/web/clause.ts', 'src/pages/web/start.ts'],
  outdir: 'dist/pages',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
});

// The schema of policy.json has one source: the file that policyc itself holds.
await mkdir('schemas', { recursive: true });
await copyFile('../src/PolicyLang.Cli/policy.schema.json', 'schemas/policy.schema.json');

// Bundles the script and the style of the page into dist, which is kept beside the source: building policyc needs the .NET SDK alone.
// Usage: node build.mjs [--check]; with --check nothing is written, and a difference is an error.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const folder = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(folder, ...parts);
const { outputFiles, metafile } = await build({
  absWorkingDir: folder, entryPoints: ['src/main.ts', 'src/page.css'], outdir: 'dist', entryNames: 'page', bundle: true, minify: true,
  platform: 'browser', format: 'iife', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning', write: false, metafile: true,
});

/** What others wrote and the script carries: their licences, as they give them. */
function notices() {
  const names = new Set(Object.keys(metafile.inputs).map(input => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]).filter(Boolean));
  const texts = [...names].sort().map(name => {
    const { version, license } = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8'));
    if (!['MIT', 'ISC'].includes(license)) throw new Error(`${name} has the licence '${license}'`);
    const file = readdirSync(at('node_modules', name)).find(each => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} has no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(at('node_modules', name, file), 'utf8').trim()}`;
  });
  return `What others wrote and the page of 'policyc report' carries.\n\n${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

const made = new Map(outputFiles.map(file => [path.basename(file.path), file.text]));
const credit = "/* With d3-* (c) Mike Bostock, ISC; internmap (c) Mike Bostock, ISC; dagre (c) Chris Pettitt and contributors, MIT. */\n";
made.set('page.js', credit + made.get('page.js'));
made.set('NOTICES.txt', notices());
let differs = false;
for (const [name, text] of made) {
  const file = at('dist', name);
  if (process.argv.includes('--check')) {
    const kept = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    if (kept !== text) {
      differs = true;
      console.error(`dist/${name} is not what its source gives: run "npm run build" in src/PolicyLang.LanguageServer/ReportPage.`);
    }
  } else {
    writeFileSync(file, text);
    console.log(`${name}: ${Buffer.byteLength(text)} bytes`);
  }
}
process.exitCode = differs ? 1 : 0;

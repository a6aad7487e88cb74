// Drives any stdio LSP server at protocol level (vscode-languageserver-protocol) and prints latencies as JSON.
// Usage: node lsp-bench.mjs '{"cmd":["clangd"],"file":"big.cpp","languageId":"cpp","line":1000,"char":2,"type":"int zz = nope", "reps":5, "pauseMs":0}'
//   line/char (0-based): where the text is typed, one didChange a keystroke; it is deleted again (one didChange) before the next repetition
//   bursts: how many bursts are typed; as many as repetitions unless given
//   pauseMs: wait before every isolated keystroke (servers that debounce); burstGapMs: gap in a burst; record: file for every message (NDJSON)
// Needs vscode-languageserver-protocol to be resolvable: from this folder, or from LSP_MODULES=<folder holding node_modules>.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, appendFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import os from 'node:os';
const require = createRequire(path.join(process.env.LSP_MODULES ?? import.meta.dirname, 'x.js'));
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter, IPCMessageReader } = require('vscode-languageserver-protocol/node');
const job = { reps: 5, pauseMs: 0, burstGapMs: 40, timeoutMs: 15000, requests: 30, settleMs: 500, ...JSON.parse(process.argv[2]) };
const now = () => performance.now(),
    sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const stats = (a) => {
    if (!a.length) return null;
    const s = [...a].sort((x, y) => x - y),
        q = (p) => +s[Math.min(s.length - 1, Math.ceil(p * s.length) - 1)].toFixed(1);
    return { n: s.length, p50: q(0.5), p95: q(0.95), max: q(1), min: +s[0].toFixed(1) };
};
const file = path.resolve(job.file),
    uri = pathToFileURL(file).href,
    root = path.resolve(job.root ?? path.dirname(file));
const t0 = now(),
    srv = spawn(job.cmd[0], job.cmd.slice(1), { cwd: root, stdio: ['pipe', 'pipe', job.stderr ? 'inherit' : 'ignore'] });
const reader = new StreamMessageReader(srv.stdout),
    writer = new StreamMessageWriter(srv.stdin);
if (job.record) {
    writeFileSync(job.record, '');
    const rec = (dir, m) => appendFileSync(job.record, JSON.stringify({ dir, at: +(now() - t0).toFixed(1), m }) + '\n');
    const w = writer.write.bind(writer);
    writer.write = (m) => {
        rec('c→s', m);
        return w(m);
    };
    const l = reader.listen.bind(reader);
    reader.listen = (cb) =>
        l((m) => {
            rec('s→c', m);
            cb(m);
        });
}
const c = createProtocolConnection(reader, writer, { error: (m) => out.errors.push(m), warn() {}, info() {}, log() {} });
// CPU that neither the server nor this client used: above a few per cent, somebody else was at work and the numbers are suspect
const busy = () => os.cpus().reduce((a, { times: t }) => a + t.user + t.nice + t.sys + t.irq, 0) / 1000,
    busy0 = busy();
const out = {
    cmd:
        path.basename(job.cmd[0]) +
        ' ' +
        job.cmd
            .slice(1)
            .map((a) => path.basename(a))
            .join(' '),
    errors: [],
};
let waiters = [];
const pubs = [];
c.onNotification('textDocument/publishDiagnostics', (p) => {
    const at = now();
    if (p.uri !== uri) return;
    pubs.push({ at, version: p.version, n: p.diagnostics.length });
    waiters = waiters.filter((w) => !w(p, at));
});
c.onRequest('workspace/configuration', (p) => p.items.map(() => null));
c.onRequest('client/registerCapability', () => null);
c.onRequest('client/unregisterCapability', () => null);
c.onRequest('window/workDoneProgress/create', () => null);
c.onRequest('window/showMessageRequest', () => null);
c.onRequest('workspace/workspaceFolders', () => [{ uri: pathToFileURL(root).href, name: 'root' }]);
for (const m of ['semanticTokens', 'inlayHint', 'diagnostic', 'codeLens', 'foldingRange', 'inlineValue']) c.onRequest(`workspace/${m}/refresh`, () => null);
c.onUnhandledNotification(() => {});
c.listen();
const published = (ver) =>
    new Promise((ok) => {
        const timer = setTimeout(() => {
            waiters = waiters.filter((w) => w !== f);
            ok(null);
        }, job.timeoutMs);
        const f = (p, at) => {
            if (p.version != null && p.version < ver) return false;
            clearTimeout(timer);
            ok({ at, version: p.version, n: p.diagnostics.length });
            return true;
        };
        waiters.push(f);
    });
const init = await c.sendRequest('initialize', {
    processId: process.pid,
    clientInfo: { name: 'lsp-bench' },
    locale: 'en',
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'root' }],
    initializationOptions: job.init,
    capabilities: {
        general: { positionEncodings: ['utf-16'] },
        window: { workDoneProgress: true },
        workspace: {
            configuration: true,
            workspaceFolders: true,
            applyEdit: true,
            workspaceEdit: { documentChanges: true },
            didChangeConfiguration: { dynamicRegistration: true },
        },
        textDocument: {
            synchronization: { didSave: true },
            publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
            completion: {
                completionItem: {
                    snippetSupport: true,
                    documentationFormat: ['markdown'],
                    labelDetailsSupport: true,
                    resolveSupport: { properties: ['documentation', 'detail'] },
                },
                contextSupport: true,
            },
            hover: { contentFormat: ['markdown', 'plaintext'] },
            signatureHelp: {},
            definition: { linkSupport: true },
            references: {},
            documentHighlight: {},
            rename: { prepareSupport: true },
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
            foldingRange: {},
            codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
            formatting: {},
            semanticTokens: {
                requests: { full: true, range: true },
                tokenTypes: [
                    'namespace',
                    'type',
                    'class',
                    'enum',
                    'interface',
                    'struct',
                    'typeParameter',
                    'parameter',
                    'variable',
                    'property',
                    'enumMember',
                    'function',
                    'method',
                    'keyword',
                    'comment',
                    'string',
                    'number',
                    'operator',
                    'decorator',
                ],
                tokenModifiers: ['declaration', 'definition', 'readonly', 'defaultLibrary'],
                formats: ['relative'],
            },
            diagnostic: {},
        },
    },
});
out.initializeMs = +(now() - t0).toFixed(1);
out.serverInfo = init.serverInfo;
const cap = init.capabilities;
out.sync = typeof cap.textDocumentSync === 'object' ? cap.textDocumentSync.change : cap.textDocumentSync;
out.providers = Object.keys(cap).filter((k) => /Provider$/.test(k) && cap[k]);
c.sendNotification('initialized', {});
let text = readFileSync(file, 'utf8'),
    version = 1;
out.lines = text.split('\n').length;
out.bytes = text.length;
const td = { uri },
    first = published(1),
    tOpen = now();
c.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: job.languageId, version, text } });
const f = await first;
out.openToDiagnosticsMs = f ? +(f.at - tOpen).toFixed(1) : null;
out.openDiagnostics = f?.n;
await sleep(job.settleMs);
const change = (range, t) => {
    c.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: t }] });
    return version;
};
const P = (l, ch) => ({ line: l, character: ch }),
    type = job.type ?? 'x',
    L = job.line,
    C = job.char;
const quiet = async () => {
    for (;;) {
        const n = pubs.length;
        await sleep(job.settleMs);
        if (pubs.length === n) return;
    }
};
const clear = async (n) => {
    const p = published(version + 1);
    change({ start: P(L, C), end: P(L, C + n) }, '');
    await p;
    await quiet();
};
// 1. isolated keystrokes: didChange → the publishDiagnostics for that version (or the next one, if the server gives no version)
const iso = [];
let missed = 0;
for (let r = 0; r < job.reps; r++) {
    for (let i = 0; i < type.length; i++) {
        if (job.pauseMs) await sleep(job.pauseMs);
        const s = now(),
            p = published(version + 1);
        change({ start: P(L, C + i), end: P(L, C + i) }, type[i]);
        const g = await p;
        g ? iso.push(g.at - s) : missed++;
        if (f?.version == null) await sleep(20);
    }
    await clear(type.length);
}
out.keystrokeToDiagnostics = stats(iso);
if (missed) out.keystrokesWithoutPublish = missed;
// 2. bursts: the whole text typed with burstGapMs between keys; last didChange → publish of the last version
const burst = [],
    intermediate = [];
for (let r = 0; r < (job.bursts ?? job.reps); r++) {
    const n0 = pubs.length;
    let s, p;
    for (let i = 0; i < type.length; i++) {
        if (i) await sleep(job.burstGapMs);
        s = now();
        if (i === type.length - 1) p = published(version + 1);
        change({ start: P(L, C + i), end: P(L, C + i) }, type[i]);
    }
    const g = await p;
    if (g) burst.push(g.at - s);
    await quiet();
    intermediate.push(pubs.length - n0);
    await clear(type.length);
}
out.burstLastKeyToDiagnostics = stats(burst);
out.publishesPerBurst = stats(intermediate)?.p50;
out.publishHasVersion = pubs.some((p) => p.version != null);
// 3. requests: warm (document unchanged) and hot (sent right after a keystroke, as completion is)
const q = {
    completion: ['completionProvider', () => ({ position: P(L, C + type.length), context: { triggerKind: 1 } })],
    hover: ['hoverProvider', () => ({ position: P(job.hoverLine ?? L, job.hoverChar ?? C) })],
    definition: ['definitionProvider', () => ({ position: P(job.hoverLine ?? L, job.hoverChar ?? C) })],
    references: ['referencesProvider', () => ({ position: P(job.hoverLine ?? L, job.hoverChar ?? C), context: { includeDeclaration: true } })],
    'semanticTokens/full': ['semanticTokensProvider', () => ({})],
    documentSymbol: ['documentSymbolProvider', () => ({})],
    foldingRange: ['foldingRangeProvider', () => ({})],
    codeAction: ['codeActionProvider', () => ({ range: { start: P(L, C), end: P(L, C) }, context: { diagnostics: [] } })],
    formatting: ['documentFormattingProvider', () => ({ options: { tabSize: 2, insertSpaces: true } })],
    diagnostic: ['diagnosticProvider', () => ({})],
};
const size = (r) => (r == null ? 0 : Array.isArray(r) ? r.length : (r.items?.length ?? (r.data ? r.data.length / 5 : 1)));
out.requests = {};
for (const [m, [prov, params]] of Object.entries(q)) {
    if (!cap[prov] || (job.only && !job.only.includes(m))) continue;
    const warm = [],
        hot = [];
    let n, err;
    const one = async () => {
        const s = now();
        try {
            const r = await c.sendRequest('textDocument/' + m, { textDocument: td, ...params() });
            n = size(r);
        } catch (e) {
            err = e.message;
        }
        return now() - s;
    };
    change({ start: P(L, C), end: P(L, C) }, type);
    await quiet();
    await one();
    for (let i = 0; i < job.requests; i++) warm.push(await one());
    for (let i = 0; i < job.requests; i++) {
        const last = type.length - 1;
        change({ start: P(L, C + last), end: P(L, C + last + 1) }, i % 2 ? type[last] : type[last] === 'q' ? 'r' : 'q');
        hot.push(await one());
        if (job.hotPauseMs) await sleep(job.hotPauseMs);
    }
    await quiet();
    await clear(type.length);
    out.requests[m] = { items: n, warm: stats(warm), hot: stats(hot), ...(err ? { error: err } : {}) };
}
const kb = (n) => {
    try {
        return +/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${srv.pid}/status`, 'utf8'))[1];
    } catch {
        return null;
    }
};
out.serverPeakRssMb = Math.round(kb() / 1024);
const cpu = () => {
    const a = readFileSync(`/proc/${srv.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (+a[11] + +a[12]) / 100;
};
try {
    out.serverCpuS = cpu();
    const u = process.cpuUsage();
    out.otherCpuPercent = Math.round(((busy() - busy0 - out.serverCpuS - (u.user + u.system) / 1e6) / ((os.cpus().length * (now() - t0)) / 1000)) * 100);
} catch {}
c.sendNotification('textDocument/didClose', { textDocument: td });
await c.sendRequest('shutdown').catch((e) => out.errors.push('shutdown: ' + e.message));
const gone = new Promise((r) => srv.once('exit', (code, sig) => r(code ?? sig)));
await c.sendNotification('exit').catch(() => {});
out.exit = await Promise.race([
    gone,
    sleep(3000).then(() => {
        srv.kill('SIGKILL');
        return 'killed: no exit within 3 s';
    }),
]);
if (!out.errors.length) delete out.errors;
console.log(JSON.stringify(out, null, 1));
process.exit(0);

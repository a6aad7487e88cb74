// Checks every message that a server sent against JSON schemas made from the TypeScript types of vscode-languageserver-protocol.
// Usage: node validate.mjs MESSAGES.ndjson   One message a line: {"dir":"c→s" or "s→c","m":message}. Properties that the protocol does not know fail.
import { createGenerator } from 'ts-json-schema-generator';
import Ajv from 'ajv';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
const here = import.meta.dirname;
writeFileSync(
    path.join(here, 'tsconfig.json'),
    JSON.stringify({
        compilerOptions: { target: 'es2022', module: 'node16', moduleResolution: 'node16', strict: true, skipLibCheck: true },
        files: ['server-messages.ts'],
    }),
);
const schema = createGenerator({
    path: path.join(here, 'server-messages.ts'),
    tsconfig: path.join(here, 'tsconfig.json'),
    type: 'Server',
    additionalProperties: false,
    expose: 'all',
    topRef: true,
}).createSchema('Server');
// the types say `number`; the protocol says 31-bit integers
schema.definitions.uinteger = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 };
schema.definitions.integer = { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
for (const [k, v] of Object.entries(schema.definitions)) if (v.type === 'object' && ['LSPObject', 'LSPAny'].includes(k)) v.additionalProperties = true;
for (const k of ['LSPAny']) schema.definitions[k] = {};
for (const k of ['Results', 'Notifications', 'Requests']) ((schema.definitions[k].additionalProperties = true), delete schema.definitions[k].required);
const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
ajv.addSchema(schema, 's');
const checkers = {},
    check = (kind, m) => {
        const p = schema.definitions[kind].properties;
        if (!(m in p)) return null;
        return (checkers[kind + m] ??= ajv.compile({ $ref: `s#/definitions/${kind}/properties/${m.replace(/~/g, '~0').replace(/\//g, '~1')}` }));
    };
const pending = new Map(),
    seen = {},
    bad = [],
    unchecked = {};
const note = (kind, m, v, msg) => {
    const c = check(kind, m);
    if (!c) {
        unchecked[m] = (unchecked[m] ?? 0) + 1;
        return;
    }
    seen[m] = (seen[m] ?? 0) + 1;
    if (!c(v))
        bad.push({
            kind,
            method: m,
            errors: c.errors.slice(0, 4).map((e) => `${e.instancePath} ${e.message} ${e.params.additionalProperty ?? ''}`),
            sample: JSON.stringify(v).slice(0, 200),
        });
};
let n = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
    if (!line) continue;
    const { dir, m } = JSON.parse(line);
    if (dir === 'c→s') {
        if (m.method && m.id != null) pending.set(m.id, m.method);
        continue;
    }
    n++;
    if (m.jsonrpc !== '2.0') bad.push({ kind: 'frame', errors: ['jsonrpc is not 2.0'] });
    if (m.method && m.id != null) note('Requests', m.method, m.params);
    else if (m.method) note('Notifications', m.method, m.params);
    else {
        const method = pending.get(m.id);
        if (!method) {
            bad.push({ kind: 'frame', errors: ['answer to no request, id ' + m.id] });
            continue;
        }
        pending.delete(m.id);
        if (m.error) {
            seen[method + ' (error)'] = (seen[method + ' (error)'] ?? 0) + 1;
            if (!Number.isInteger(m.error.code) || typeof m.error.message !== 'string') bad.push({ kind: 'error', method, errors: ['code/message'] });
        } else if (!('result' in m)) bad.push({ kind: 'frame', method, errors: ['neither result nor error'] });
        else note('Results', method, m.result);
    }
}
const group = {};
for (const b of bad) {
    const k = `${b.kind} ${b.method ?? ''}: ${b.errors[0]}`.replace(/\/\d+/g, '/N');
    (group[k] ??= { count: 0, sample: b.sample }).count++;
}
console.log(JSON.stringify({ serverMessages: n, checked: seen, unchecked, unanswered: [...pending.values()], invalid: bad.length, problems: group }, null, 1));
process.exit(bad.length ? 1 : 0);

// Writes files of a given size in the languages of the servers that are measured: node sample.mjs policy|tsp LINES FILE
// or node sample.mjs workspace CLAUSES FILES FOLDER. Prints where to type.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [kind, ...rest] = process.argv.slice(2);
const data = ['Health', 'Financial', 'Biometric', 'PersonalData', 'CommunicationsData', 'CustomerData', 'Genetic', 'PreciseLocation'];
const from = ['EEA', 'DE', 'FR', 'US', 'JP', 'CN', 'GB', 'CH', 'SG', 'IN'];
const to = ['US', 'outside EEA', 'JP', 'CN', 'GB', 'SG', 'IN', 'KR', 'AU', 'BR'];
const when = ['explicit_consent', 'subjects >= 1000', 'safeguards include any of SCC, BCR', 'purpose is Marketing', 'mlat_request', 'court_order'];
const says = ['must not transfer', 'may transfer', 'must not disclose', 'may disclose'];
const authorities = ['EU', 'US', 'JP', 'CN', 'GB', 'CH', 'SG', 'IN', 'KR', 'AU'];
// The legal orders of a large workspace, so that few of its laws speak of the same transfers.
const orders = ('AE AL AM AO AR AU AZ BA BB BD BH BJ BN BO BR BS BW BY CA CD CG CH CI CL CM CN CO CR CU DO DZ EC EG ET FJ GA GB GE GH GM GN GT GY HN HT ID IL IN IQ IR IS JM JO JP KE KG KH KR KW KZ LA LB LK '
  + 'LY MA MD ME MG MK ML MM MN MR MU MV MW MX MY MZ NA NE NG NI NO NP NZ OM PA PE PG PH PK PY QA RS RU RW SA SD SG SN SR SV SY TD TG TH TN TR TZ UA UG US UY UZ VE VN YE ZA ZM ZW').split(' ');
const pick = (list, n) => list[n % list.length];

function clause(i, home) {
  return [
    `  transfer C${i} "Clause number ${i}" cites "Art. ${i + 1}" {`,
    `    Exporter ${pick(says, i * 7 + (i >> 3))} ${pick(data, i * 5 + (i >> 4))}`,
    `    from ${home ?? pick(from, i * 3 + (i >> 5))}`,
    `    to ${pick(home ? orders : to, i * 11 + (i >> 2))}`,
    `    when ${pick(when, i)}`,
    `    in force from ${2010 + (i % 10)}-01-01`,
    '  }',
    '',
  ];
}

function framework(name, authority, first, count, home) {
  const lines = [`framework ${name} "Instrument ${name}" {`, `  authority ${authority}`, '  rank      statute', '  in force  from 2010-01-01', ''];
  for (let i = first; i < first + count; i++) lines.push(...clause(i, home));
  return [...lines, '}', ''];
}

if (kind === 'policy') {
  const [lines, file] = rest;
  const text = [];
  for (let i = 0; text.length < +lines - 100; i += 20) text.push(...framework(`F${i}`, pick(authorities, i / 20), i, 20));
  const at = text.lastIndexOf('  rank      statute') + 3;
  text.splice(at, 0, '');
  writeFileSync(file, text.join('\n'));
  console.log(JSON.stringify({ lines: text.length, line: at, char: 0 }));
} else if (kind === 'workspace') {
  const [clauses, files, folder] = rest;
  mkdirSync(folder, { recursive: true });
  const each = +clauses / +files;
  const place = { file: 'f0.policy', line: 8, char: 0 };
  for (let f = 0; f < +files; f++) {
    const text = framework(`F${f}`, pick(orders, f), f * each, each, pick(orders, f));
    if (f === 0) place.char = text[place.line].length;
    writeFileSync(path.join(folder, `f${f}.policy`), text.join('\n'));
  }
  console.log(JSON.stringify(place));
} else {
  const [lines, file] = rest;
  const text = ['namespace Bench;', ''];
  for (let i = 0; text.length < +lines - 12; i++) {
    text.push(
      `/** Model number ${i}, used by operations below. */`, `@doc("Model ${i}")`, `model Model${i} {`, '  /** The key. */', '  @minLength(1) @maxLength(64) id: string;',
      `  count?: int32 = ${i};`, `  parent?: ${i ? `Model${i - 1}` : 'string'};`, `  kind: Kind${i};`, '  tags: Record<string>;', '}', `enum Kind${i} { small, medium: "m", large }`,
      `union Either${i} { one: Model${i}, two: string }`, `alias List${i} = Model${i}[];`, `interface Ops${i} {`, `  read(@doc("id") id: string): Model${i} | Failure;`,
      `  list(filter?: string, top: int32 = 10): List${i};`, `  make(...Model${i}): Either${i};`, '}', '',
    );
  }
  text.push('@error model Failure { code: int32; message: string; }', 'model Last {', '  probe: string;', '  ', '}', '');
  writeFileSync(file, text.join('\n'));
  console.log(JSON.stringify({ lines: text.length, line: text.lastIndexOf('  '), char: 2 }));
}

// Writes the same N statements in four languages: node write.mjs N FOLDER. Each statement has two lists of places, a kind of data and a condition; what the
// languages have no word for is a comparison of texts there. No statement is wrong in its language, and names stand in the files as often.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [count, folder] = process.argv.slice(2);
const each = 20;
const data = ['Health', 'Financial', 'Biometric', 'CommunicationsData', 'CustomerData', 'Genetic', 'PreciseLocation', 'PaymentData'];
const orders = ('AE AL AM AO AR AU AZ BA BB BD BH BJ BN BO BR BS BW BY CA CD CG CH CI CL CM CN CO CR CU DO DZ EC EG ET FJ GA GB GE GH GM GN GT GY HN HT ID IL IN IQ IR IS JM JO JP KE KG KH KR KW KZ LA LB LK '
  + 'LY MA MD ME MG MK ML MM MN MR MU MV MW MX MY MZ NA NE NG NI NO NP NZ OM PA PE PG PH PK PY QA RS RU RW SA SD SG SN SR SV SY TD TG TH TN TR TZ UA UG US UY UZ VE VN YE ZA ZM ZW').split(' ');
const flags = ['explicit_consent', 'court_order', 'emergency', 'occasional', 'business_need', 'mlat_request'];
const pick = (list, n) => list[n % list.length];

const statements = Array.from({ length: +count }, (_, i) => ({
  name: `C${i}`,
  permits: i % 3 !== 0,
  data: pick(data, i * 5 + (i >> 4)),
  from: pick(orders, Math.floor(i / each)),
  to: [pick(orders, i * 11 + (i >> 2)), pick(orders, i * 7 + 3)].filter((place, at, all) => all.indexOf(place) === at),
  flag: pick(flags, i),
}));

const languages = {
  policy: () => {
    for (let f = 0; f * each < statements.length; f++) {
      const own = statements.slice(f * each, (f + 1) * each);
      write('policy', `f${f}.policy`, [
        `framework F${f} {`, `  authority ${own[0].from}`, '  rank statute', '  in force from 2010-01-01',
        ...own.map(s => `  transfer ${s.name} { Exporter ${s.permits ? 'may' : 'must not'} transfer ${s.data} from ${s.from} to ${s.to.join(', ')} when ${s.flag} }`),
        '}', '',
      ]);
    }
  },
  cedar: () => {
    write('cedar', 'all.cedar', statements.map(s => `@id("${s.name}")\n${s.permits ? 'permit' : 'forbid'} (principal, action == Action::"transfer", resource) when {\n`
      + `  context.data == "${s.data}" && context.origin == "${s.from}" && [${s.to.map(p => `"${p}"`)}].contains(context.destination) && context.${s.flag}\n};`));
    write('cedar', 'schema.cedarschema', [
      'entity Actor; entity Data;',
      `action transfer appliesTo { principal: Actor, resource: Data, context: { data: String, origin: String, destination: String, ${flags.map(f => `${f}: Bool`).join(', ')} } };`,
    ]);
  },
  bicep: () => {
    // Its rules for what Azure deploys at most, and for what is used, do not matter here.
    const off = ['max-variables', 'max-params', 'max-outputs', 'max-resources', 'no-unused-vars', 'no-unused-params'];
    write('bicep', 'bicepconfig.json', [JSON.stringify({ analyzers: { core: { rules: Object.fromEntries(off.map(r => [r, { level: 'off' }])) } } })]);
    write('bicep', 'all.bicep', [
      'param data string', 'param origin string', 'param destination string', ...flags.map(f => `param ${f} bool`),
      ...statements.map(s => `var ${s.name} = data == '${s.data}' && origin == '${s.from}' && contains([${s.to.map(p => `'${p}'`).join(', ')}], destination) && ${s.flag} ? '${s.permits ? 'permit' : 'forbid'}' : 'none'`),
    ]);
  },
  tsp: () => {
    write('tsp', 'all.tsp', [
      'namespace Peers;', `union Data { ${data.map(d => `"${d}"`).join(', ')} }`, `union Place { ${orders.map(o => `"${o}"`).join(', ')} }`,
      ...statements.map(s => `@doc("${s.permits ? 'may' : 'must not'}") model ${s.name} { data: "${s.data}"; origin: "${s.from}"; destination: ${s.to.map(p => `"${p}"`).join(' | ')}; ${s.flag}: true; other?: Place; kind?: Data; }`),
    ]);
  },
};
for (const language of Object.keys(languages)) {
  mkdirSync(path.join(folder, language), { recursive: true });
  languages[language]();
}

function write(language, name, lines) {
  writeFileSync(path.join(folder, language, name), lines.join('\n') + '\n');
}

// A page for each instrument of the law library, from what policyc tells of it.
import { policyc, policycJson } from './policyc.mjs';
import { instrumentFile, instrumentRoute } from './routes.mjs';

const KINDS = {
  dilemma: 'One law requires what the other prohibits',
  'avoidable-dilemma': 'One law requires an act that the other prohibits in some ways of doing it',
  contradiction: 'One clause permits what another prohibits',
  'treaty-breach': 'A law takes away what a treaty guarantees',
  'treaty-conflict': 'Two treaties bind their parties to opposite law',
  'waiver-conflict': 'One clause relieves of what another requires',
};

/** All that the pages tell: the instruments, their conflicts with each other and the reasons why those are accepted. */
export function readLaw() {
  const names = policycJson(['law']).instruments.map((i) => i.name);
  const law = policycJson(['law', ...names]);
  const model = JSON.parse(policyc(['export', 'json', '--law']));
  const conflicts = policycJson(['conflicts', '--law', '--all']).conflicts.filter((c) => c.status !== 'resolved');
  return { law, conflicts, reasons: model.acknowledgements, titles: titles(model), words: wordsOf(law, model) };
}

function titles(model) {
  const found = new Map(model.vocabulary.taxonomies.flatMap((t) => t.entries.map((e) => [e.name, e.title])));
  for (const { name, title } of [...model.vocabulary.blocs, ...model.vocabulary.attributes]) {
    found.set(name, title);
  }

  return found;
}

/** Source of an instrument → route, so that a link to its text leads to its page. */
export const lawRoutes = ({ law }) => law.instruments.map((i) => [instrumentFile(i), instrumentRoute(i.name)]);

/** Route → Markdown. */
export function lawPages(data) {
  const pages = new Map([['law/index', index(data)]]);
  for (const instrument of data.law.instruments) {
    pages.set(instrumentRoute(instrument.name), page(instrument, data));
  }

  return pages;
}

function index({ law, titles }) {
  const count = (key) => law.instruments.reduce((sum, i) => sum + i[key], 0);
  const rows = law.instruments.map((i) =>
    `| ${place(i.order, titles)} | [${i.name}](/${instrumentRoute(i.name)}) | ${cell(i.title)} | ${cell(force(i.inForce).replace(/^in force /, ''))} | ${i.clauseCount} | ${i.scenarios} |`);
  return `---
title: Instruments of the law library
description: Every instrument of the law library of PolicyLang, with its clauses, sources, scenarios and conflicts.
aside: false
pageClass: instruments
---

# Instruments of the law library

${law.instruments.length} instruments, ${count('clauseCount')} clauses, ${count('scenarios')} scenarios and checks; version ${law.library} of the library. One line brings any of them into a draft: \`uses GDPR, PIPL\`.
[The law library](/law-library) says how it is used and how to keep one of your own.

::: warning A reading aid, not legal advice
Provisions are paraphrased. Each page says what is stated, what is not, and how sure that is. Check the official text before you rely on any of this.
:::

| legal order | name | title | in force | clauses | cases |
| --- | --- | --- | --- | ---: | ---: |
${rows.join('\n')}
`;
}

function page(instrument, data) {
  const { titles } = data;
  const notes = instrument.notes.filter((n) => !/^A reading aid/.test(n));
  const about = (word) => notes.filter((n) => n.startsWith(word)).map((n) => n.slice(word.length).trim());
  const others = notes.filter((n) => !/^(Stated:|Not stated:|Sure:)/.test(n));
  return `---
title: ${JSON.stringify(`${instrument.name}: ${instrument.title ?? instrument.name}`)}
description: ${JSON.stringify(`${instrument.citation ?? instrument.title}: clauses in words, citations, sources, scenarios and conflicts with other law.`)}
outline: [2, 3]
---

# ${plain(instrument.title ?? instrument.name)}

::: warning A reading aid, not legal advice
Provisions are paraphrased. Check the official text before you rely on any of this.
:::

| Name after \`uses\` | \`${instrument.name}\` |
| --- | --- |
| Citation | ${cell(instrument.citation ?? 'none')} |
| Legal order | ${place(instrument.order, titles)} |
| Rank | ${instrument.rank} |
| Adopted | ${instrument.adopted ?? 'no day stated'} |
| Force | ${cell(force(instrument.inForce))} |
| Read as of | ${instrument.readAsOf ?? 'no day stated'} |
| Official source | ${instrument.source ? `<${instrument.source}>` : 'none stated'} |

\`\`\`policy
uses ${instrument.name}
\`\`\`

## What is stated, and how sure that is

${section('Stated', about('Stated:'))}${section('Not stated', about('Not stated:'))}${section('How sure', about('Sure:'))}${others.map((n) => `${plain(n)}\n\n`).join('')}
## Clauses

${instrument.clauses.map((c) => clause(c, instrument)).join('\n')}
${declarations(instrument)}
## Conflicts with other instruments

${conflicts(instrument, data)}
## Scenarios and checks

${cases(instrument, data)}
`;
}

const section = (title, texts) => (texts.length ? `**${title}.** ${texts.map(plain).map((t) => t[0].toUpperCase() + t.slice(1)).join(' ')}\n\n` : '');

function clause(c, instrument) {
  const days = force(c.inForce) === force(instrument.inForce) ? '' : ` *${plain(force(c.inForce))}.*`;
  const documentation = c.documentation ? `\n${linked(c.documentation.replaceAll('\n', ' '))}\n` : '';
  return `### ${plain(c.title ?? c.name)} {#${anchor(c.name)}}

\`${c.name}\`${c.cites ? `, ${plain(c.cites)}.` : '.'}${days}

> ${plain(c.sentence)}
${documentation}`;
}

function declarations(instrument) {
  if (instrument.declarations.length === 0) {
    return '';
  }

  const text = instrument.declarations
    .map((d) => `${d.documentation ? d.documentation.split('\n').map((l) => `/// ${l}\n`).join('') : ''}${d.text}\n`)
    .join('\n');
  return `## Words of its own

What its clauses name and the [vocabulary](/language/reference/taxonomy) does not have.

\`\`\`policy
${text}\`\`\`
`;
}

function conflicts(instrument, { law, conflicts: all, reasons, titles }) {
  const known = new Set(law.instruments.map((i) => i.name));
  const frameworks = (c) => c.clauses.map((name) => name.split('.')[0]);
  const mine = all.filter((c) => frameworks(c).includes(instrument.name) && frameworks(c).every((f) => known.has(f)));
  const pairs = new Map();
  for (const c of mine) {
    const other = frameworks(c).find((f) => f !== instrument.name) ?? instrument.name;
    pairs.set(other, [...(pairs.get(other) ?? []), c]);
  }

  if (pairs.size === 0) {
    return 'Checked together with all other instruments, it conflicts with none of them.\n';
  }

  const parts = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([other, found]) => {
    const reason = reasonFor(found[0], reasons);
    const groups = Map.groupBy ? Map.groupBy(found, (c) => c.kind) : grouped(found);
    const lines = [...groups].flatMap(([kind, list]) => [
      `${KINDS[kind] ?? kind} ([${list[0].code}](/diagnostics/${list[0].code})):`,
      '',
      ...list.slice(0, 4).map((c) => `- ${plain(c.message)} ${witness(c.witness)}`),
      ...(list.length > 4 ? [`- and ${list.length - 4} more of this kind`] : []),
      '',
    ]);
    return `### ${other === instrument.name ? 'Within itself' : `With [${other}](/${instrumentRoute(other)})`} {#conflict-${other.toLowerCase()}}

${lines.join('\n')}
${reason ? `Accepted in the library, because: ${plain(reason)}.\n` : ''}`;
  });
  return `Found by \`policyc check --law\`, which looks at all instruments together. That a conflict is accepted in the library means that it is known and real, not that it is settled.

${parts.join('\n')}`;
}

function grouped(list) {
  const groups = new Map();
  list.forEach((c) => groups.set(c.kind, [...(groups.get(c.kind) ?? []), c]));
  return groups;
}

function reasonFor(conflict, reasons) {
  const covers = (side) => conflict.clauses.some((c) => c === side || c.startsWith(`${side}.`));
  return reasons.find((r) => r.between.every(covers))?.because;
}

function witness(facts) {
  const { date, actor, action, data, origin, destination, location, recipient, ...rest } = facts;
  const known = Object.entries(rest).filter(([, value]) => value !== false).map(([name, value]) => (value === true ? name : `${name} ${[value].flat().join(', ')}`));
  const act = [actor?.join(' and '), action, data, origin && `from ${origin}`, destination && `to ${recipient ? `${recipient} in ` : ''}${destination}`, location && `in ${location}`];
  return `Smallest case: ${plain([date && `on ${date}`, act.filter(Boolean).join(' '), ...known].filter(Boolean).join(', '))}.`;
}

function cases(instrument, { words }) {
  if (instrument.cases.length === 0) {
    return 'None: nothing in it decides a case yet.\n';
  }

  const blocks = instrument.cases.map((c) => {
    const uses = caseUses(c.text, instrument.name, words);
    return `\`\`\`policy ${uses ? `uses=${uses.join(',')}` : 'made-up'}\n${c.text}\n\`\`\``;
  });
  return `What the clauses come to, and what the tests hold them to. \`policyc test --law\` runs all of them. A case that needs an act made up for it cannot be opened alone.

::: details ${instrument.cases.length} ${instrument.cases.length === 1 ? 'case' : 'cases'}

${blocks.join('\n\n')}

:::
`;
}

/** The instruments that a case needs; null where it speaks of what is made up for the tests. */
function caseUses(text, own, { names, madeUp, declaredBy }) {
  const uses = new Set([own]);
  for (const [word] of text.replace(/"[^"]*"/g, '""').matchAll(/\p{L}[\p{L}\p{N}_]*/gu)) {
    if (madeUp.has(word)) {
      return null;
    }

    if (names.has(word)) {
      uses.add(word);
    } else if (declaredBy.has(word) && !declaredBy.get(word).includes(own)) {
      uses.add(declaredBy.get(word)[0]);
    }
  }

  return [...uses];
}

/** Which words are instruments, which are made up for the tests, and which instruments declare the others. */
function wordsOf(law, model) {
  const names = new Set(law.instruments.map((i) => i.name));
  const declaredBy = new Map();
  for (const { name, declarations } of law.instruments) {
    for (const { text } of declarations) {
      const bare = text.replace(/"[^"]*"/g, '').replace(/\/\/.*$/gm, '');
      const declared = /^taxonomy/.test(bare) ? [...bare.slice(bare.indexOf('{')).matchAll(/\p{L}[\p{L}\p{N}_]*/gu)].map((m) => m[0]) : [/^\w+\s+([\p{L}\p{N}_]+)/u.exec(bare)?.[1]];
      declared.filter(Boolean).forEach((word) => declaredBy.set(word, [...(declaredBy.get(word) ?? []), name]));
    }
  }

  const madeUp = new Set([...model.frameworks.map((f) => f.name).filter((name) => !names.has(name)), ...model.organisations.map((o) => o.name)]);
  return { names, declaredBy, madeUp };
}

/** A row of days in words. */
export function force(ranges) {
  return ranges.length === 0 ? 'a draft, not in force'
    : `in force ${ranges.map(({ from, until }) => [from && `since ${from}`, until && `until ${until}`].filter(Boolean).join(' ') || 'always').join(' and ')}`;
}

const place = (name, titles) => (titles.get(name) && titles.get(name) !== name ? `${plain(titles.get(name))} (${name})` : plain(name));

const anchor = (name) => name.replace(/\W/g, '-').toLowerCase();

/** Text that means nothing to Markdown or to the pages' template language. */
const plain = (text) => text.replace(/[\\`*_[\]<>{}]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' })[c] ?? `\\${c}`);

const cell = (text) => plain(text ?? '').replaceAll('|', '\\|');

/** The same with addresses in angle brackets as links. */
const linked = (text) => text.split(/(<https?:[^>\s]+>)/).map((part, i) => (i % 2 ? part : plain(part))).join('');

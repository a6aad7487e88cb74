// The list of all diagnostics, from the pages about each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './routes.mjs';

export const FAMILIES = [
  ['PL1', 'Form', 'How a sentence is written'],
  ['PL2', 'Names', 'What a name stands for'],
  ['PL3', 'Sense', 'Clauses that say something odd, or nothing'],
  ['PL4', 'Conflicts', 'Clauses that collide'],
  ['PL5', 'Reach', 'Clauses that say nothing, or more than they seem to'],
  ['PL6', 'Scenarios and checks', 'Expectations that do not come true'],
  ['PL7', 'Files and projects', 'What cannot be read, written or asked'],
  ['PL9', 'Limits', 'What could not be decided'],
];

/** Code and title of each page about a diagnostic. */
export function diagnostics(pages) {
  return [...pages.keys()].filter((f) => f.startsWith('docs/diagnostics/')).map((file) => {
    const [, code, title] = /^# (PL\d{4}): (.*)$/m.exec(readFileSync(join(ROOT, file), 'utf8'));
    return { code, title };
  });
}

export function diagnosticsPage(pages) {
  const all = diagnostics(pages);
  const parts = FAMILIES.map(([family, title, about]) => {
    const rows = all.filter((d) => d.code.startsWith(family)).map((d) => `| [${d.code}](/diagnostics/${d.code}) | ${d.title.replaceAll('|', '\\|')} |`);
    return `## ${title}\n\n${about}.\n\n| code | finding |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return `---
description: Every finding of policyc, each with a page that shows it, mends it and says why it matters.
---

# Diagnostics

Every finding has a code, and every code a page: an example that has it, one that does not, and why it matters. \`policyc explain CODE\` prints the same page.

${parts.join('\n')}`;
}

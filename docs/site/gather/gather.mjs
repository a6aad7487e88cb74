// Gathers the pages of the site from where they are written, and makes those that are made of policyc's output.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostics, diagnosticsPage, FAMILIES } from './diagnostics.mjs';
import { homeExample } from './home.mjs';
import { lawPages, lawRoutes, readLaw } from './law.mjs';
import { outsideFences, rewriteLinks } from './links.mjs';
import { files, instrumentRoute, ROOT, SITE, writtenPages } from './routes.mjs';
import { sidebars } from './sidebar.mjs';

/** Where the gathered pages are. */
export const OUTPUT = join(SITE, 'obj', 'pages');

/**
 * @param repository The address of the repository's files; empty where there is none.
 * @returns What there is: written pages, instruments.
 */
export function gather(repository) {
  rmSync(join(SITE, 'obj'), { recursive: true, force: true });
  const pages = writtenPages();
  const law = readLaw();
  const routes = new Map([...pages, ...lawRoutes(law), ['docs/diagnostics', 'diagnostics/index'], ['src/PolicyLang.Law/Instruments', 'law/index']]);
  const titles = new Map();
  const write = (route, text) => {
    const path = join(OUTPUT, `${route}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    titles.set(route, title(text) ?? route);
  };
  for (const [file, route] of pages) {
    write(route, prepared(rewriteLinks(readFileSync(join(ROOT, file), 'utf8'), file, routes, repository), file));
  }

  lawPages(law).forEach((text, route) => write(route, text));
  write('diagnostics/index', diagnosticsPage(pages));
  for (const file of files('docs').filter((f) => !f.endsWith('.md'))) {
    cpSync(join(ROOT, file), join(OUTPUT, file.slice('docs/'.length)));
  }

  cpSync(join(SITE, 'public'), join(OUTPUT, 'public'), { recursive: true });
  const orders = [...new Set(law.law.instruments.map((i) => i.order))].map((order) => [
    short(law.titles.get(order)) ?? order,
    law.law.instruments.filter((i) => i.order === order).map((i) => ({ name: i.name, route: instrumentRoute(i.name) })),
  ]);
  const data = {
    home: homeExample(),
    counts: { instruments: law.law.instruments.length, clauses: law.law.instruments.reduce((n, i) => n + i.clauseCount, 0), scenarios: law.law.instruments.reduce((n, i) => n + i.scenarios, 0) },
    sidebar: sidebars(titles, orders, diagnostics(pages), FAMILIES),
  };
  writeFileSync(join(SITE, 'obj', 'data.json'), JSON.stringify(data));
  return { pages, law: law.law };
}

// What fits into a line of the sidebar.
const short = (title) => (title && title.length <= 24 ? title : undefined);

const title = (text) => (/^title: "?(.*?)"?$/m.exec(/^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '') ?? /^# (.*)$/m.exec(text))?.[1].replaceAll('`', '');

// A comment in the source is for whoever writes the page.
function prepared(text, file) {
  const shown = outsideFences(text, (part) => part.replace(/<!--[\s\S]*?-->\n?/g, ''));
  return file.startsWith('examples/') && file.endsWith('.policy.md') ? `---\nstudy: ${JSON.stringify(file)}\n---\n\n${shown}` : shown;
}

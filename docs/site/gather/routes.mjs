// Which page of the site a file of the repository becomes.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SITE = join(dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = join(SITE, '..', '..');

/** The files of a folder and of those below it, relative to the root of the repository, sorted. */
export function files(folder) {
  const found = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      found.push(...(/^docs\/(site|playground)$/.test(path) || /\/(bin|obj|node_modules|dist)$/.test(path) ? [] : files(path)));
    } else {
      found.push(path);
    }
  }

  return found;
}

/** Source file → route, for all pages that somebody wrote. */
export function writtenPages() {
  const pages = new Map();
  for (const file of files('docs').filter((f) => f.endsWith('.md'))) {
    pages.set(file, file === 'docs/README.md' ? 'docs' : file.slice('docs/'.length, -'.md'.length));
  }

  for (const file of siteFiles('docs/site/pages')) {
    pages.set(file, file.slice('docs/site/pages/'.length, -'.md'.length));
  }

  for (const file of files('examples').filter((f) => f.endsWith('.policy.md'))) {
    const [, study, ...rest] = file.split('/');
    pages.set(file, `examples/${study}${rest.length > 1 ? `-${rest[0]}` : ''}`);
  }

  pages.set('examples/README.md', 'examples/index');
  return pages;
}

function siteFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.md'))
    .map((e) => relative(ROOT, join(e.parentPath ?? e.path, e.name)).replaceAll('\\', '/'))
    .sort();
}

/** Where in the repository the text of an instrument stands. */
export const instrumentFile = (instrument) => instrument.file.replace(/^law\//, 'src/PolicyLang.Law/Instruments/');

/** The route of the page of an instrument. */
export const instrumentRoute = (name) => `law/${name.toLowerCase()}`;

export const isThere = (path) => existsSync(join(ROOT, path));

// The notices of what others wrote and the package carries: the client library of the language server protocol, what lays out drawings, and the server's libraries.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const bundled = ['vscode-languageclient', '@dagrejs/dagre'];
const read = (...parts) => readFileSync(path.join(...parts), 'utf8');

/** The packages that esbuild puts into the bundles, with their own texts. */
function* clientNotices(extension) {
  const { packages } = JSON.parse(read(extension, 'package-lock.json'));
  const found = new Set();
  const visit = name => {
    const entry = packages[`node_modules/${name}`];
    if (found.has(name) || !entry) return;
    found.add(name);
    Object.keys(entry.dependencies ?? {}).forEach(visit);
  };
  bundled.forEach(visit);
  for (const name of [...found].sort()) {
    const folder = path.join(extension, 'node_modules', name);
    const texts = readdirSync(folder).filter(file => /^licen[cs]e/i.test(file)).map(file => read(folder, file).trim());
    if (texts.length === 0) throw new Error(`${name} has no licence text`);
    yield `${name} ${packages[`node_modules/${name}`].version}\n\n${texts.join('\n\n')}`;
  }
}

/** The packages that the server of a package for machines is made of. */
const programPackages = server => packagesOf(JSON.parse(read(server, 'policyc.deps.json')).libraries, () => true);

/** The same for a browser: what the language server needs when it runs. */
function webPackages(extension) {
  const { libraries, targets } = JSON.parse(read(extension, '../src/PolicyLang.LanguageServer/obj/project.assets.json'));
  const used = Object.values(targets)[0];
  return packagesOf(libraries, name => Object.keys(used[name]?.runtime ?? {}).some(file => file.endsWith('.dll')));
}

const packagesOf = (libraries, isUsed) => Object.keys(libraries).filter(name => libraries[name].type === 'package' && isUsed(name)).sort();

/** The terms of the server's packages. All are under the MIT licence, or have their terms in the notices of a project; another one fails here. */
function* serverNotices(packages, others) {
  const cache = process.env.NUGET_PACKAGES ?? path.join(homedir(), '.nuget/packages');
  for (const library of packages) {
    const [name, version] = library.toLowerCase().split('/');
    const about = read(cache, name, version, `${name}.nuspec`);
    const [, licence = ''] = /<license(?:Url)?[^>]*>([^<]*)/.exec(about) ?? [];
    if (others.includes(`\n${library.split('/')[0]} (${licence})\n`)) continue;
    // Sprache gives the address of the text in place of the licence's name.
    if (licence !== 'MIT' && name !== 'sprache') throw new Error(`${library} has the licence '${licence}'`);
    const [, authors] = /<authors>([^<]*)/.exec(about) ?? [];
    const [, copyright] = /<copyright>([^<]*)/.exec(about) ?? [];
    yield `${library.replace('/', ' ')}: ${[authors, copyright].filter(Boolean).join('; ')}`;
  }
}

/** @param server the folder of the portable server; undefined for the package for a browser */
export function writeNotices(extension, server, target) {
  // The text of the MIT licence is the same for all but its first lines, which name the owner.
  const others = (server ? ['Core', 'Mcp'] : ['Core']).map(project => read(extension, `../src/PolicyLang.${project}/NOTICES.txt`).trim());
  const [, terms] = /(Permission is hereby granted[\s\S]*)/.exec(read(extension, 'LICENSE'));
  const [folder, script] = server ? ['server/', 'dist/extension.js'] : ['dist/web/', 'dist/browser.js'];
  const packages = server ? programPackages(server) : webPackages(extension);
  writeFileSync(target, [
    'What others wrote and this package carries.',
    `In ${folder}, under the MIT licence:\n\n${[...serverNotices(packages, others.join('\n'))].join('\n')}\n.NET 10${server ? ' (in the native server)' : ''}: (c) .NET Foundation and Contributors\n\n${terms.trim()}`,
    ...others.map(notices => `In ${folder}: ${notices}`),
    ...(server ? [`In server/: ${read(extension, '../src/PolicyLang.LanguageServer/ReportPage/dist/NOTICES.txt').trim()}`] : []),
    ...[...clientNotices(extension)].map(notice => `In ${script}: ${notice}`),
  ].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n');
}

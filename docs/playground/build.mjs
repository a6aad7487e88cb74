// Builds the page into dist/: node build.mjs SERVER, where SERVER is the folder that the publishing of src/PolicyLang.WebServer wrote.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const repository = path.resolve(here, '../..');
const out = path.join(here, 'dist');
const server = path.resolve(process.argv[2] ?? path.join(repository, 'artifacts/web/wwwroot'));
if (!existsSync(path.join(server, '_framework/dotnet.js'))) {
  console.error(`${server} has no server; publish it first: .ci/web does all of it.`);
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const target = ['chrome111', 'firefox113', 'safari16.4'];
const common = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', target, loader: { '.ttf': 'file' }, assetNames: '[name]-[hash]' };
const manifest = JSON.parse(readFileSync(path.join(here, 'node_modules/monaco-editor/package.json'), 'utf8'));
await build({
  ...common, entryPoints: [path.join(here, 'src/main.ts')], outfile: path.join(out, 'playground.js'), format: 'esm', define: { VERSION: JSON.stringify(`Editor: Monaco ${manifest.version}`) },
});
await build({ ...common, entryPoints: ['monaco-editor/editor/editor.worker.js'], absWorkingDir: here, outfile: path.join(out, 'editor.worker.js'), format: 'esm' });

// The extension's pages bring their style; here it holds for the results alone.
const pages = readFileSync(path.join(repository, 'editor-extension/media/pages/page.css'), 'utf8').split('\n').filter(line => !line.startsWith('body')).join('\n');
const monaco = readFileSync(path.join(out, 'playground.css'), 'utf8');
const own = readFileSync(path.join(here, 'src/style.css'), 'utf8');
const { code } = await transform(`.page {\n${pages}\n}\n${own}`, { loader: 'css', minify: true, target });
writeFileSync(path.join(out, 'playground.css'), `${monaco}\n${code}`);

for (const name of ['index.html', 'manifest.webmanifest']) {
  cpSync(path.join(here, 'src', name), path.join(out, name));
}

cpSync(path.join(repository, 'editor-extension/media/icon.png'), path.join(out, 'icon.png'));

// Hosts compress by themselves; what is compressed already would only be stored twice.
cpSync(server, path.join(out, 'server'), { recursive: true, filter: file => !/\.(br|gz)$/.test(file) });
writeFileSync(path.join(out, 'notices.txt'), [
  'Monaco Editor', readFileSync(path.join(here, 'node_modules/monaco-editor/LICENSE'), 'utf8'), readFileSync(path.join(here, 'node_modules/monaco-editor/ThirdPartyNotices.txt'), 'utf8'),
  'PolicyLang.Core', readFileSync(path.join(repository, 'src/PolicyLang.Core/NOTICES.txt'), 'utf8'),
].join('\n\n'));

writeStudies();
await writeServiceWorker();

/** The studies with what they are called and about, and their files. */
function writeStudies() {
  const examples = path.join(repository, 'examples');
  const list = readdirSync(examples).filter(name => name !== 'consumer' && statSync(path.join(examples, name)).isDirectory()).map(name => {
    // Two revisions of one draft are checked by themselves; the first one is shown, as examples/policy.json has it.
    const found = below(path.join(examples, name)).filter(file => /\.policy(\.md)?$/.test(file) && !file.startsWith('revision-2/'));
    for (const file of found) {
      cpSync(path.join(examples, name, file), path.join(out, 'studies', name, file));
    }

    const texts = found.map(file => [file, readFileSync(path.join(examples, name, file), 'utf8')]);
    const main = texts.find(([file]) => file.endsWith('.md')) ?? texts[0];
    const [, title = name] = /^# (.+)$/m.exec(main[1]) ?? [];
    const [, story = ''] = /^## The story\s+([\s\S]+)/m.exec(main[1]) ?? [];
    const [about = ''] = story.split(/\r?\n\r?\n/).map(part => part.trim());
    return {
      title, about: plain(about),
      files: Object.fromEntries([main, ...texts.filter(one => one !== main)].map(([file]) => [file, `${name}/${file}`])),
    };
  });
  writeFileSync(path.join(out, 'studies/index.json'), JSON.stringify(list));
}

function plain(markdown) {
  const text = markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*`_]/g, '').replace(/\s+/g, ' ');
  return text.length > 180 ? `${text.slice(0, text.lastIndexOf(' ', 180))} …` : text;
}

function below(folder, prefix = '') {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? below(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`]));
}

/** It knows every file, so that the page works without a network after the first visit. */
async function writeServiceWorker() {
  const files = below(out).filter(file => file !== 'sw.js');
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update(readFileSync(path.join(out, file)));
  }

  await build({
    ...common, entryPoints: [path.join(here, 'src/sw.js')], outfile: path.join(out, 'sw.js'), format: 'iife',
    define: { FILES: JSON.stringify(files), REVISION: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  });
}

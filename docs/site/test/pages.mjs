// What the built pages are held to.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { policyc, policycJson } from '../gather/policyc.mjs';
import { FENCE } from '../gather/links.mjs';
import { instrumentRoute, ROOT, SITE, writtenPages } from '../gather/routes.mjs';
import { playgroundFragment, readFragment } from '../playground-link.mjs';
import { BASE, fileOf } from './serve.mjs';

export const DIST = join(SITE, 'dist');

const html = () =>
  readdirSync(DIST, { recursive: true }).map((f) => f.replaceAll('\\', '/')).filter((f) => f.endsWith('.html') && !f.startsWith('playground/')).sort();
const read = (page) => readFileSync(join(DIST, page), 'utf8');
const decode = (text) => text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name]);
const playgroundLinksOf = (page) => [...read(page).matchAll(/class="playground-link" href="([^"]*)"/g)].map((m) => decode(m[1]));

/** The blocks marked `policy` of a page's source: what follows the word, and the text. */
const blocksOf = (text) => [...text.matchAll(FENCE)].map((m) => ({ words: m[2].split(' '), text: m[3] })).filter((b) => b.words[0] === 'policy').map(({ words, text }) => ({ note: words[1] ?? '', text }));

let told;

/** The law library as policyc tells of it, asked once. */
function instruments() {
  return (told ??= policycJson(['law', ...policycJson(['law']).instruments.map((i) => i.name)]).instruments);
}

export const tests = {
  'every page that somebody wrote is there'() {
    for (const [file, route] of writtenPages()) {
      assert.ok(existsSync(join(DIST, `${route}.html`)), `${file} has no page ${route}.html`);
    }
  },

  'every link inside the site leads to a page and to a place on it'() {
    const pages = html();
    assert.ok(pages.length > 200, `${pages.length} pages`);
    const ids = new Map();
    const idsOf = (file) => ids.get(file) ?? ids.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\bid="([^"]*)"/g)].map((m) => decode(m[1])))).get(file);
    const broken = [];
    let seen = 0;
    for (const page of pages) {
      for (const [, attribute, raw] of read(page).matchAll(/\b(href|src)="([^"]*)"/g)) {
        const target = decode(raw);
        if (/^([a-z]+:|\/\/)/i.test(target) || (attribute === 'href' && target.includes('playground/'))) {
          continue;
        }

        seen++;
        const [path, anchor] = target.split('#');
        const file = path === '' ? join(DIST, page) : fileOf(DIST, path.startsWith('/') ? path : posix.join(BASE, dirname(page), path));
        if (!file) {
          broken.push(`${page}: ${target}`);
        } else if (anchor && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(anchor))) {
          broken.push(`${page}: ${target} (no such place)`);
        }
      }
    }

    assert.ok(seen > 5000, `${seen} links`);
    assert.deepEqual(broken, []);
  },

  'no link leaves the site without a word'() {
    for (const page of html()) {
      assert.doesNotMatch(read(page), /href="(?!https?:)[^"]*\.\.\/(src|tests|editor-extension|examples)\//, page);
    }
  },

  'every instrument has a page with its clauses, citations, source and cases'() {
    assert.ok(instruments().length > 30, `${instruments().length} instruments`);
    for (const instrument of instruments()) {
      const page = `${instrumentRoute(instrument.name)}.html`;
      const text = plain(read(page));
      for (const word of [instrument.title, instrument.citation, instrument.source, instrument.rank, instrument.readAsOf, ...instrument.inForce.flatMap((r) => [r.from, r.until])]) {
        assert.ok(!word || text.includes(squeeze(word)), `${page}: ${word}`);
      }

      for (const clause of instrument.clauses) {
        for (const word of [clause.name, clause.title, clause.cites, clause.sentence]) {
          assert.ok(!word || text.includes(squeeze(word)), `${page}: ${word}`);
        }
      }

      for (const one of instrument.cases) {
        assert.ok(text.includes(squeeze(one.text)), `${page}: ${one.title}`);
      }
    }
  },

  'the famous conflict is on both pages, with its reason'() {
    for (const [page, other] of [['law/gdpr.html', 'CloudAct'], ['law/cloudact.html', 'GDPR']]) {
      const text = plain(read(page));
      assert.ok(text.includes(`With ${other}`), `${page}: ${other}`);
      assert.ok(text.includes('CloudAct.S2713 (US) requires what GDPR.Art48 (EU) prohibits'), page);
      assert.ok(text.includes('no EU-US agreement under 18 U.S.C. 2523 is in force'), page);
    }
  },

  'every policy block opens in the playground with its text'() {
    let seen = 0;
    for (const [file, route] of writtenPages()) {
      // The example of the home page is that of the README.
      const blocks = route === 'index' ? blocksOf(readFileSync(join(ROOT, 'README.md'), 'utf8')).slice(0, 1) : blocksOf(readFileSync(join(ROOT, file), 'utf8'));
      const links = playgroundLinksOf(`${route}.html`);
      assert.equal(links.length, blocks.length, file);
      blocks.forEach(({ note, text }, i) => {
        const { files, open } = readFragment(new URL(links[i], 'http://site').hash);
        seen++;
        if (file.startsWith('examples/')) {
          assert.ok(files[open].includes(text), `${file}, block ${i + 1}`);
        } else {
          assert.equal(open, note || 'draft.policy', file);
          assert.equal(files[open], text, `${file}, block ${i + 1}`);
        }
      });
    }

    assert.ok(seen > 200, `${seen} blocks`);
  },

  'a case of the law library opens in the playground with the law that it needs'() {
    const drafts = [];
    for (const instrument of instruments()) {
      const texts = new Set(instrument.cases.map((c) => `${c.text}\n`));
      const opened = playgroundLinksOf(`${instrumentRoute(instrument.name)}.html`)
        .map((l) => readFragment(new URL(l, 'http://site').hash)).map((f) => f.files[f.open].split(/\n\n([\s\S]*)/)).filter(([, text]) => texts.has(text));
      assert.ok(opened.every(([uses]) => new RegExp(`^uses ${instrument.name}\\b`).test(uses)), instrument.name);
      drafts.push(...opened.map((parts) => parts.slice(0, 2).join('\n\n')));
    }

    assert.ok(drafts.length > 500, `${drafts.length} cases`);
    for (const draft of drafts.filter((_, i) => i % 97 === 3)) {
      const folder = mkdtempSync(join(tmpdir(), 'policylang-site-'));
      writeFileSync(join(folder, 'draft.policy'), draft);
      const result = policyc(['test'], { cwd: folder });
      rmSync(folder, { recursive: true });
      assert.match(result, /^ok 1 /m, `${draft}\n${result}`);
    }
  },

  'a fragment holds what was put in'() {
    const files = { 'draft.policy': 'framework Ä "–"\n', 'b.policy': '' };
    const fragment = playgroundFragment(files, 'b.policy');
    assert.match(fragment, /^#v1\.[A-Za-z0-9_-]+$/);
    assert.deepEqual(readFragment(fragment), { files, open: 'b.policy' });
  },

  'the home page shows what the tool prints'() {
    const text = plain(read('index.html'));
    assert.ok(text.includes('error PL4001 CloudAct.S2713 (US) requires what GDPR.Art48 (EU) prohibits: no choice complies with both.'), text.slice(0, 2000));
    assert.ok(text.includes('on 2018-05-25, Exporter and ServiceProvider disclose CommunicationsData from DE to Authority in US, us_warrant'));
  },
};

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
// Tags between words are blanks, those inside code are none.
const plain = (page) => squeeze(decode(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<\/?(span|a|code|strong|em)\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ')));

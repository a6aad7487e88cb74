import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { githubSlug } from './slug.mjs';
import { playgroundLinks } from './playground.mjs';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const data = json('../obj/data.json');
const grammar = json('../../../editor-extension/syntaxes/policy.tmLanguage.json');
const base = process.env.SITE_BASE ?? '/';

// Cases of the law library are found by their instrument; hundreds of blocks of code in the index would only slow it down.
function searchable(source, env, md) {
  const html = md.render(source.replace(/^::: details[\s\S]*?^:::$/gm, ''), env);
  return env.frontmatter?.search === false ? '' : html;
}

export default defineConfig({
  title: 'PolicyLang',
  titleTemplate: ':title · PolicyLang',
  description: 'A language for digital-governance rules, and a compiler that finds every conflict between them.',
  lang: 'en-GB',
  base,
  srcDir: 'obj/pages',
  outDir: 'dist',
  cacheDir: 'obj/cache',
  head: [['link', { rel: 'icon', href: `${base}logo.svg`, type: 'image/svg+xml' }], ['meta', { name: 'theme-color', content: '#1e3a6e' }]],
  markdown: {
    languages: [{ ...grammar, name: 'policy' }, json('./console.tmLanguage.json'), json('./ebnf.tmLanguage.json')],
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: githubSlug },
    headers: false,
    config: (md) => playgroundLinks(md, base),
  },
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Begin', link: '/start/', activeMatch: '^/(start|language/tour)' },
      { text: 'Language', link: '/language/reference', activeMatch: '^/language/(reference|semantics|exceptions)' },
      { text: 'Law library', link: '/law/', activeMatch: '^/law' },
      { text: 'Diagnostics', link: '/diagnostics/', activeMatch: '^/diagnostics/' },
      { text: 'Playground', link: '/playground/', target: '_self', noIcon: true },
    ],
    sidebar: data.sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local', options: { detailedView: true, _render: searchable } },
    docFooter: { prev: 'Before', next: 'Next' },
    footer: { message: 'A reading aid, not legal advice.' },
    externalLinkIcon: true,
  },
});

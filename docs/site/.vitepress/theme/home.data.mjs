// The example of the home page, coloured when the site is built.
import { readFileSync } from 'node:fs';
import { createMarkdownRenderer } from 'vitepress';

export default {
  async load() {
    const { srcDir, markdown, site, logger } = globalThis.VITEPRESS_CONFIG;
    const { home, counts } = JSON.parse(readFileSync(new URL('../../obj/data.json', import.meta.url), 'utf8'));
    const md = await createMarkdownRenderer(srcDir, markdown, site.base, logger);
    const { code, message, witness, clauses } = home;
    return { policy: md.render(`\`\`\`policy ${home.name}\n${home.policy}\`\`\``), code, message, witness, clauses, counts };
  },
};

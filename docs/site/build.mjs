// Builds the site into dist. SITE_BASE is its path on the server ('/'), SITE_REPOSITORY the address of the repository's files
// (`https://HOST/OWNER/NAME/blob/REVISION`), without which links into the repository are plain text; SITE_POLICYC another policyc.
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vitepress';
import { gather } from './gather/gather.mjs';
import { SITE, ROOT } from './gather/routes.mjs';

const { pages, law } = gather(process.env.SITE_REPOSITORY ?? '');
await build(SITE);

const playground = join(ROOT, 'docs/playground/dist');
if (existsSync(playground)) {
  cpSync(playground, join(SITE, 'dist/playground'), { recursive: true });
} else {
  console.log('without the playground: docs/playground/dist is not there');
}

console.log(`${pages.size} written pages, ${law.instruments.length} instruments of the law library`);

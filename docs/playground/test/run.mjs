import { runAll } from './check.mjs';
import { host, missing, openBrowser } from './rig.mjs';
import './editing.mjs';
import './looks.mjs';
import './results.mjs';
import './server.mjs';

const reason = missing();
if (reason !== undefined) {
  console.log(`skipped: ${reason}`);
} else {
  const site = await host();
  const browser = await openBrowser();
  try {
    process.exitCode = await runAll(process.argv.slice(2), { site, browser }) > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
  }
}
